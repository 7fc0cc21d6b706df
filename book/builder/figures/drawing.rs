//! What the chapters' figures are drawn with: colours, text, axes, curves.
//!
//! plotters knows RGB colours only, and a page has a light and a dark theme. So figures are drawn in placeholder
//! colours: on a page each becomes a variable of the style sheet, in a file a colour that can be read on light and on
//! dark.

use super::simplify::{FINE, simplified};
use super::svg::{Paint, Paints, Svg, Texture};
use crate::values::fixed;
use anyhow::Result;
use plotters::chart::ChartContext;
use plotters::coord::Shift;
use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;
use plotters::prelude::{Cartesian2d, ChartBuilder, DrawingArea, EmptyElement, LineSeries, PathElement, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, IntoFont, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::BackendColor;
use std::f64::consts::TAU;
use std::ops::Range;

/// What a figure is drawn on.
pub type Canvas<'a> = DrawingArea<Svg<'a>, Shift>;
/// A canvas with axes.
pub type Axes<'a, 'b> = ChartContext<'a, Svg<'b>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

// Placeholder colours: how something is drawn, and which colour of the palette it has.
const SOLID: u8 = 0;
const DASHED: u8 = 1;
/// For cells that touch: their edges are not smoothed, so that no lines show between them.
const CELL: u8 = 2;
/// For the levels of a field. The colour between holds the level's number.
const FIELD: u8 = 3;

/// The area of a level of a field: those above lie upon it.
pub fn level(colour: RGBColor, number: u8) -> RGBColor {
    RGBColor(FIELD, number, colour.2)
}

/// Letters.
pub const INK: RGBColor = RGBColor(SOLID, 0, 0);
/// What should be seen last.
pub const FAINT: RGBColor = RGBColor(SOLID, 0, 1);
/// Weights, and what depends on them.
pub const W: RGBColor = RGBColor(SOLID, 0, 2);
/// Features.
pub const X: RGBColor = RGBColor(SOLID, 0, 3);
/// Observed answers.
pub const Y: RGBColor = RGBColor(SOLID, 0, 4);
/// Predicted answers.
pub const Y_HAT: RGBColor = RGBColor(SOLID, 0, 5);
/// Pre-activations.
pub const A: RGBColor = RGBColor(SOLID, 0, 6);
/// Hidden activations.
pub const H: RGBColor = RGBColor(SOLID, 0, 7);
/// Axes.
const AXIS: RGBColor = RGBColor(SOLID, 0, 8);
/// Lines that only help to compare, such as the one at height 0.
pub const RULE: RGBColor = RGBColor(SOLID, 0, 9);
pub const INK_DASHED: RGBColor = RGBColor(DASHED, 0, INK.2);
pub const W_DASHED: RGBColor = RGBColor(DASHED, 0, W.2);
pub const Y_DASHED: RGBColor = RGBColor(DASHED, 0, Y.2);
pub const INK_CELL: RGBColor = RGBColor(CELL, 0, INK.2);
pub const Y_HAT_CELL: RGBColor = RGBColor(CELL, 0, Y_HAT.2);

/// Each colour on a page, and in a file.
const PALETTE: [(&str, &str); 10] = [
    ("currentColor", "#7d7d7d"),
    ("var(--nn-faint)", "#8c8c8c"),
    ("var(--nn-w)", "#3b8eda"),
    ("var(--nn-x)", "#2a9d72"),
    ("var(--nn-y)", "#b565a7"),
    ("var(--nn-yhat)", "#d9692b"),
    ("var(--nn-a)", "#9a8f1d"),
    ("var(--nn-h)", "#d5486b"),
    ("var(--ink-3)", "#8c8c8c"),
    ("var(--rule)", "#b4b4b4"),
];

/// The colours of the page that the drawing is part of, which differ between light and dark.
pub const ON_PAGE: Paints = Paints { paint: on_page, symbol, paper: Some("var(--paper)") };
/// Colours of its own, which can be read on light and on dark.
pub const IN_FILE: Paints = Paints { paint: in_file, symbol, paper: None };

fn on_page(placeholder: BackendColor) -> Paint {
    let (style, level, colour) = placeholder.rgb;
    let line = PALETTE[usize::from(colour)].0;
    match style {
        DASHED => Paint { colour: line, texture: Texture::Dashes },
        CELL => Paint { colour: line, texture: Texture::Cell },
        // Areas are brighter than lines of the same colour.
        FIELD => {
            let (colour, opacity) = match RGBColor(SOLID, 0, colour) {
                Y_HAT => ("var(--fill-yhat)", "var(--band)"),
                H => ("var(--fill-h)", "var(--band)"),
                _ => (line, "var(--terrain)"),
            };
            Paint { colour, texture: Texture::Level { number: level, opacity } }
        }
        _ => Paint { colour: line, texture: Texture::Plain },
    }
}

fn in_file(placeholder: BackendColor) -> Paint {
    Paint { colour: PALETTE[usize::from(placeholder.rgb.2)].1, ..on_page(placeholder) }
}

/// The colours that symbols have in formulas.
fn symbol(letter: &str) -> Option<BackendColor> {
    let colour = match letter {
        "w" | "W" => W,
        "x" | "X" => X,
        "y" | "Y" => Y,
        "ŷ" | "Ŷ" => Y_HAT,
        "a" | "A" => A,
        "h" | "H" => H,
        _ => return None,
    };
    Some(BackendColor { alpha: 1.0, rgb: (colour.0, colour.1, colour.2) })
}

/// plotters rounds to whole units. Figures are thought in steps of four, so that a curve is smooth.
pub const UNIT: i32 = 4;

/// The height of a line of letters: what is 21 here is a font size of 17 in the SVG, and 12 pixels on a narrow screen.
const LETTER: f64 = 21.0 * UNIT as f64;

/// The font of all text, as attributes of the drawing.
pub const FONT: &str =
    "font-family=\"system-ui, sans-serif\" font-size=\"67.74\" stroke-linejoin=\"round\" stroke-linecap=\"round\"";

/// A line of this colour and width: 1 is a hairline, 3 a curve.
pub fn stroke(colour: &RGBColor, width: u32) -> ShapeStyle {
    // A page shows 16 of plotters' units on 5 pixels: a hairline is 1 pixel wide, a curve 2.4.
    colour.stroke_width([3, 5, 8][width as usize - 1])
}

/// Letters in a colour, anchored at the left, the middle or the right.
pub fn letters(colour: &RGBColor, side: HPos) -> TextStyle<'_> {
    TextStyle::from(("sans-serif", LETTER).into_font()).color(colour).pos(Pos::new(side, VPos::Center))
}

/// Letters at a point of a chart, shifted by this many units.
pub fn label(axes: &mut Axes, at: (f64, f64), shift: (i32, i32), text: &str, style: (RGBColor, HPos)) -> Result<()> {
    let text = Text::new(text.to_string(), (shift.0 * UNIT, shift.1 * UNIT), letters(&style.0, style.1));
    axes.draw_series([EmptyElement::at(at) + text])?;
    Ok(())
}

/// A circle around something, through which one sees.
pub fn ring(axes: &mut Axes, at: (f64, f64), radius: i32, style: ShapeStyle) -> Result<()> {
    let radius = f64::from(radius * UNIT);
    let around = (0..=36).map(|part| f64::from(part) / 36.0 * TAU);
    let points = around.map(|angle| ((radius * angle.cos()).round() as i32, (radius * angle.sin()).round() as i32));
    axes.draw_series([EmptyElement::at(at) + PathElement::new(points.collect::<Vec<_>>(), style)])?;
    Ok(())
}

/// Draws a line through points of a chart, as few of them as it takes to look the same.
pub fn polyline(axes: &mut Axes, points: impl IntoIterator<Item = (f64, f64)>, style: ShapeStyle) -> Result<()> {
    let points: Vec<(f64, f64)> = points.into_iter().collect();
    let pixels: Vec<(i32, i32)> = points.iter().map(|point| axes.backend_coord(point)).collect();
    axes.draw_series(LineSeries::new(simplified(&pixels, FINE).into_iter().map(|at| points[at]), style))?;
    Ok(())
}

/// The same on a canvas without axes.
pub fn path(canvas: &Canvas, points: impl IntoIterator<Item = (i32, i32)>, style: ShapeStyle) -> Result<()> {
    let points: Vec<(i32, i32)> = points.into_iter().collect();
    let kept: Vec<(i32, i32)> = simplified(&points, FINE).into_iter().map(|at| points[at]).collect();
    canvas.draw(&PathElement::new(kept, style))?;
    Ok(())
}

/// Axes with numbers and names, and nothing else that draws the eye: as long as the data, with the names at their ends.
pub fn axes<'a, 'b>(
    canvas: &'a Canvas<'b>,
    x: (&str, Range<f64>, usize),
    y: (&str, Range<f64>, usize),
) -> Result<Axes<'a, 'b>> {
    axes_with(canvas, x, y, |number| fixed(number, usize::from((number * 2.0).fract() == 0.0 && number.fract() != 0.0)))
}

/// The same, with numbers as `words` writes them.
pub fn axes_with<'a, 'b>(
    canvas: &'a Canvas<'b>,
    (x_name, x, x_ticks): (&str, Range<f64>, usize),
    (y_name, y, y_ticks): (&str, Range<f64>, usize),
    words: impl Fn(f64) -> String,
) -> Result<Axes<'a, 'b>> {
    let ticks = |range: &Range<f64>, most: usize| RangedCoordf64::from(range.clone()).key_points(most);
    let (x_ticks, y_ticks) = (ticks(&x, x_ticks), ticks(&y, y_ticks));
    let widest = y_ticks.iter().map(|y| words(*y).chars().count()).max().unwrap_or_default();
    let chart = ChartBuilder::on(canvas)
        .margin_right(14 * UNIT)
        .margin_top(UNIT * if y_name.is_empty() { 10 } else { 34 })
        .x_label_area_size(UNIT * if x_name.is_empty() { 32 } else { 56 })
        .y_label_area_size(UNIT * (18 + 9 * widest as i32))
        .build_cartesian_2d(x.clone(), y.clone())?;
    let base = canvas.get_base_pixel();
    let place = |x: f64, y: f64| {
        let (x, y) = chart.backend_coord(&(x, y));
        (x - base.0, y - base.1)
    };
    // Beside the data, so that nothing is drawn over them.
    let ((left, bottom), (right, top)) = (place(x.start, y.start), place(x.end, y.end));
    let (line, across) = (bottom + 5 * UNIT, left - 5 * UNIT);
    let hairline = |from, to| canvas.draw(&PathElement::new([from, to], stroke(&AXIS, 1)));
    let write = |text: String, at, colour: &RGBColor, side| canvas.draw(&Text::new(text, at, letters(colour, side)));
    hairline((left, line), (right, line))?;
    hairline((across, bottom), (across, top))?;
    for tick in x_ticks {
        let (at, _) = place(tick, y.start);
        hairline((at, line), (at, line + 5 * UNIT))?;
        write(words(tick), (at, line + 16 * UNIT), &FAINT, HPos::Center)?;
    }
    for tick in y_ticks {
        let (_, at) = place(x.start, tick);
        hairline((across, at), (across - 5 * UNIT, at))?;
        write(words(tick), (across - 9 * UNIT, at), &FAINT, HPos::Right)?;
    }
    write(x_name.into(), (right, line + 38 * UNIT), &INK, HPos::Right)?;
    write(y_name.into(), (2 * UNIT, top - 21 * UNIT), &INK, HPos::Left)?;
    Ok(chart)
}
