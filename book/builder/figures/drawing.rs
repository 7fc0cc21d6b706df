//! What the chapters' figures are drawn with: colours, text, axes, curves.
//!
//! plotters knows RGB colours only, and a page has a light and a dark theme. So figures are drawn in placeholder colours:
//! on a page each becomes a variable of the style sheet, in a file a colour that can be read on light and on dark.

use super::simplify::simplified;
use crate::values::fixed;
use anyhow::Result;
use plotters::chart::ChartContext;
use plotters::coord::Shift;
use plotters::coord::types::RangedCoordf64;
use plotters::prelude::{
    Cartesian2d, ChartBuilder, DrawingArea, EmptyElement, LineSeries, PathElement, SVGBackend, Text,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, IntoFont, RGBColor, ShapeStyle, TextStyle};
use std::ops::Range;

/// What a figure is drawn on.
pub type Canvas<'a> = DrawingArea<SVGBackend<'a>, Shift>;
/// A canvas with axes.
pub type Axes<'a, 'b> = ChartContext<'a, SVGBackend<'b>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// Letters and axes.
pub const INK: RGBColor = RGBColor(1, 1, 1);
/// What should be seen last.
pub const FAINT: RGBColor = RGBColor(1, 1, 2);
/// Weights, and what depends on them.
pub const W: RGBColor = RGBColor(1, 1, 3);
/// Features.
pub const X: RGBColor = RGBColor(1, 1, 8);
/// Observed answers.
pub const Y: RGBColor = RGBColor(1, 1, 4);
/// Predicted answers.
pub const Y_HAT: RGBColor = RGBColor(1, 1, 5);
/// Pre-activations.
pub const A: RGBColor = RGBColor(1, 1, 6);
/// Hidden activations.
pub const H: RGBColor = RGBColor(1, 1, 7);
/// Letters' colour for a dashed line.
pub const INK_DASHED: RGBColor = RGBColor(1, 2, 1);
/// Weights' colour for a dashed line.
pub const W_DASHED: RGBColor = RGBColor(1, 2, 3);
/// Observed answers' colour for a dashed line.
pub const Y_DASHED: RGBColor = RGBColor(1, 2, 4);
/// Predicted answers' colour for cells that touch: their edges are not smoothed, so that no lines show between them.
pub const Y_HAT_CELL: RGBColor = RGBColor(1, 2, 5);
/// Hidden activations' colour for cells that touch.
pub const H_CELL: RGBColor = RGBColor(1, 2, 7);

/// Each colour, what it is on a page, and what it is in a file. Dashes are an attribute of their own, put behind the
/// colour.
const MEANINGS: [(RGBColor, &str, &str); 13] = [
    (INK, "currentColor", "#7d7d7d"),
    (FAINT, "var(--nn-faint)", "#a0a0a0"),
    (W, "var(--nn-w)", "#3b8eda"),
    (X, "var(--nn-x)", "#2a9d72"),
    (Y, "var(--nn-y)", "#b565a7"),
    (Y_HAT, "var(--nn-yhat)", "#d9692b"),
    (A, "var(--nn-a)", "#9a8f1d"),
    (H, "var(--nn-h)", "#d5486b"),
    (INK_DASHED, "currentColor\" stroke-dasharray=\"28 24", "#7d7d7d\" stroke-dasharray=\"28 24"),
    (Y_HAT_CELL, "var(--nn-yhat)\" shape-rendering=\"crispEdges", "#d9692b\" shape-rendering=\"crispEdges"),
    (Y_DASHED, "var(--nn-y)\" stroke-dasharray=\"28 24", "#b565a7\" stroke-dasharray=\"28 24"),
    (H_CELL, "var(--nn-h)\" shape-rendering=\"crispEdges", "#d5486b\" shape-rendering=\"crispEdges"),
    (W_DASHED, "var(--nn-w)\" stroke-dasharray=\"28 24", "#3b8eda\" stroke-dasharray=\"28 24"),
];

/// plotters rounds to whole units. Figures are thought in steps of four, so that a curve is smooth.
pub const UNIT: i32 = 4;

/// The height of a line of letters: what is 21 here is a font size of 17 in the SVG, and 12 pixels on a narrow screen.
const LETTER: f64 = 21.0 * UNIT as f64;

/// plotters repeats the font at each text; the whole drawing has it instead, by [`FONT`].
fn written_font() -> String {
    format!(" font-family=\"sans-serif\" font-size=\"{}\"", LETTER / 1.24)
}

/// The font of all text, as attributes of the drawing.
pub const FONT: &str = "font-family=\"system-ui, sans-serif\" font-size=\"67.74\"";

/// A line of this colour and width.
pub fn stroke(colour: &RGBColor, width: u32) -> ShapeStyle {
    colour.stroke_width(width * UNIT.unsigned_abs())
}

/// The drawing in the colours of the page that it is part of.
pub fn for_page(svg: &str) -> String {
    repaint(svg, |meaning| meaning.1)
}

/// The drawing in colours of its own.
pub fn for_file(svg: &str) -> String {
    repaint(svg, |meaning| meaning.2)
}

fn repaint(svg: &str, choose: impl Fn(&(RGBColor, &'static str, &'static str)) -> &'static str) -> String {
    let svg = MEANINGS.iter().fold(svg.to_string(), |svg, meaning| {
        let RGBColor(r, g, b) = meaning.0;
        svg.replace(&format!("#{r:02X}{g:02X}{b:02X}"), choose(meaning))
    });
    // What plotters writes at each element and is so anyway.
    let idle = [" opacity=\"1\"", " stroke=\"none\" stroke-width=\"4\"", " stroke=\"none\"", &written_font()];
    idle.iter().fold(svg, |svg, attribute| svg.replace(attribute, ""))
}

/// A colour that lets the background through: 0 is invisible, 1 is opaque. plotters writes all digits of the number.
pub fn shade(colour: RGBColor, opacity: f64) -> ShapeStyle {
    colour.mix((1000.0 * opacity).round() / 1000.0).filled()
}

/// Letters in a colour, anchored at the left, the middle or the right.
pub fn letters(colour: &RGBColor, side: HPos) -> TextStyle<'_> {
    TextStyle::from(("sans-serif", LETTER).into_font()).color(colour).pos(Pos::new(side, VPos::Center))
}

/// Letters at a point of a chart, shifted by so many units.
pub fn label(axes: &mut Axes, at: (f64, f64), shift: (i32, i32), text: &str, style: (RGBColor, HPos)) -> Result<()> {
    let text = Text::new(text.to_string(), (shift.0 * UNIT, shift.1 * UNIT), letters(&style.0, style.1));
    axes.draw_series([EmptyElement::at(at) + text])?;
    Ok(())
}

/// Draws a line through points of a chart, as few of them as it takes to look the same.
pub fn polyline(axes: &mut Axes, points: impl IntoIterator<Item = (f64, f64)>, style: ShapeStyle) -> Result<()> {
    let points: Vec<(f64, f64)> = points.into_iter().collect();
    let pixels: Vec<(i32, i32)> = points.iter().map(|point| axes.backend_coord(point)).collect();
    axes.draw_series(LineSeries::new(simplified(&pixels).into_iter().map(|at| points[at]), style))?;
    Ok(())
}

/// The same on a canvas without axes.
pub fn path(canvas: &Canvas, points: impl IntoIterator<Item = (i32, i32)>, style: ShapeStyle) -> Result<()> {
    let points: Vec<(i32, i32)> = points.into_iter().collect();
    let kept: Vec<(i32, i32)> = simplified(&points).into_iter().map(|at| points[at]).collect();
    canvas.draw(&PathElement::new(kept, style))?;
    Ok(())
}

/// Axes with numbers and names, and nothing else that draws the eye.
pub fn axes<'a, 'b>(
    canvas: &'a Canvas<'b>,
    x: (&str, Range<f64>, usize),
    y: (&str, Range<f64>, usize),
) -> Result<Axes<'a, 'b>> {
    let mut chart = ChartBuilder::on(canvas)
        .margin(8 * UNIT)
        .margin_right(16 * UNIT)
        .x_label_area_size(UNIT * if x.0.is_empty() { 32 } else { 58 })
        .y_label_area_size(UNIT * if y.0.is_empty() { 38 } else { 82 })
        .build_cartesian_2d(x.1, y.1)?;
    let short = |number: &f64| fixed(*number, usize::from((number * 2.0).fract() == 0.0 && number.fract() != 0.0));
    chart
        .configure_mesh()
        .disable_mesh()
        .axis_style(stroke(&INK, 1))
        .set_all_tick_mark_size(5 * UNIT)
        .label_style(("sans-serif", LETTER).into_font().color(&INK))
        .axis_desc_style(("sans-serif", LETTER).into_font().color(&INK))
        .x_desc(x.0)
        .y_desc(y.0)
        .x_labels(x.2)
        .y_labels(y.2)
        .x_label_formatter(&short)
        .y_label_formatter(&short)
        .draw()?;
    Ok(chart)
}
