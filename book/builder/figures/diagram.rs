//! What figures without axes are drawn with: places in units, letters, arrows, and matrices as rectangles.

use super::drawing::{Canvas, INK, UNIT, letters, stroke};
use anyhow::Result;
use plotters::prelude::{PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBColor};

/// A place in units, as plotters counts.
pub const fn at(x: i32, y: i32) -> (i32, i32) {
    (x * UNIT, y * UNIT)
}

/// Letters on a canvas.
pub fn write(canvas: &Canvas, text: &str, place: (i32, i32), style: (RGBColor, HPos)) -> Result<()> {
    canvas.draw(&Text::new(text, at(place.0, place.1), letters(&style.0, style.1)))?;
    Ok(())
}

/// A line from one place to another with a head at its end. A dashed colour gives a dashed line; the head is `ink`.
pub fn arrow(canvas: &Canvas, from: (i32, i32), to: (i32, i32), line: &RGBColor, ink: &RGBColor) -> Result<()> {
    let (dx, dy) = (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
    let (dx, dy) = (dx / dx.hypot(dy), dy / dx.hypot(dy));
    let shifted = |along: f64, aside: f64| {
        let place = (f64::from(to.0) - along * dx - aside * dy, f64::from(to.1) - along * dy + aside * dx);
        [place.0, place.1].map(|v| (v * f64::from(UNIT)).round() as i32).into()
    };
    canvas.draw(&PathElement::new([at(from.0, from.1), shifted(6.0, 0.0)], stroke(line, 2)))?;
    canvas.draw(&Polygon::new([at(to.0, to.1), shifted(10.0, 5.0), shifted(10.0, -5.0)], ink.filled()))?;
    Ok(())
}

/// A matrix as a rectangle: as high as it has rows, as wide as it has columns.
pub struct Matrix {
    pub name: &'static str,
    /// Its shape in words, such as `(n, d)`.
    pub shape: &'static str,
    pub rows: i32,
    pub columns: i32,
    pub colour: RGBColor,
}

/// A product of matrices. `row` is the row of the first one and the column of the second one that make one entry, so
/// that one sees which sides have to be of equal length.
pub fn product(canvas: &Canvas, [left, right, result]: &[Matrix; 3], size: (u32, u32), cell: i32) -> Result<()> {
    let all = [left, right, result];
    let gap = 46;
    let width = all.iter().map(|matrix| matrix.columns * cell).sum::<i32>() + 2 * gap;
    let (mut x, middle) = ((size.0 as i32 - width) / 2, size.1 as i32 / 2);
    for (number, matrix) in all.into_iter().enumerate() {
        let (wide, high) = (matrix.columns * cell, matrix.rows * cell);
        let top = middle - high / 2;
        let area = [at(x, top), at(x + wide, top + high)];
        canvas.draw(&Rectangle::new(area, matrix.colour.mix(0.12).filled()))?;
        // The second row of the first meets the last column of the second.
        let strip = match number {
            0 => [(x, top + cell), (x + wide, top + 2 * cell)],
            1 => [(x + wide - cell, top), (x + wide, top + high)],
            _ => [(x + wide - cell, top + cell), (x + wide, top + 2 * cell)],
        };
        canvas.draw(&Rectangle::new(strip.map(|(x, y)| at(x, y)), matrix.colour.mix(0.5).filled()))?;
        canvas.draw(&Rectangle::new(area, stroke(&matrix.colour, 2)))?;
        write(canvas, matrix.name, (x + wide / 2, top - 14), (matrix.colour, HPos::Center))?;
        write(canvas, matrix.shape, (x + wide / 2, top + high + 16), (INK, HPos::Center))?;
        if number < 2 {
            write(canvas, ["·", "="][number], (x + wide + gap / 2, middle), (INK, HPos::Center))?;
        }
        x += wide + gap;
    }
    Ok(())
}
