//! The small drawing on a chapter's card on the title page: a figure of the chapter with nothing but its lines and
//! dots.

use super::drawing::{Axes, Canvas, ON_PAGE, UNIT};
use super::svg::Svg;
use anyhow::Result;
use plotters::chart::ChartBuilder;
use plotters::prelude::{Circle, IntoDrawingArea};
use plotters::style::ShapeStyle;
use std::ops::Range;

/// Its width and height in units.
const SIZE: (i32, i32) = (160, 100);

/// A place to draw with these ranges of x and y, and with a rim for dots at its edges.
pub fn plane<'a, 'b>(canvas: &'a Canvas<'b>, x: Range<f64>, y: Range<f64>) -> Result<Axes<'a, 'b>> {
    Ok(ChartBuilder::on(canvas).margin(4 * UNIT).build_cartesian_2d(x, y)?)
}

/// Dots of the size that suits a card.
pub fn dots(
    plane: &mut Axes,
    places: impl IntoIterator<Item = (f64, f64)>,
    style: impl Into<ShapeStyle>,
) -> Result<()> {
    let style = style.into();
    plane.draw_series(places.into_iter().map(|at| Circle::new(at, 5 * UNIT / 2, style)))?;
    Ok(())
}

/// The drawing as a part of the title page. It says nothing to those who do not see it: the card has a heading.
pub fn svg(draw: fn(&Canvas) -> Result<()>) -> Result<String> {
    let [width, height] = [SIZE.0, SIZE.1].map(|side| (side * UNIT).unsigned_abs());
    let mut elements = String::new();
    {
        let canvas = Svg::new(&mut elements, (width, height), ON_PAGE).into_drawing_area();
        draw(&canvas)?;
        canvas.present()?;
    }
    Ok(format!("<svg class=\"nn-svg nn-mini\" viewBox=\"0 0 {width} {height}\" aria-hidden=\"true\">{elements}</svg>"))
}
