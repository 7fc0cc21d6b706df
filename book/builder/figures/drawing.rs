//! What the chapters' figures are drawn with: colours, text, axes, curves.
//!
//! plotters knows RGB colours only, and a page has a light and a dark theme. So figures are drawn in placeholder
//! colours: on a page each becomes a variable of the style sheet, in a file a colour that can be read on light and on
//! dark.

use super::simplify::simplified;
use super::svg::{Paint, Svg};
use crate::values::fixed;
use anyhow::Result;
use plotters::chart::ChartContext;
use plotters::coord::Shift;
use plotters::coord::types::RangedCoordf64;
use plotters::prelude::{Cartesian2d, ChartBuilder, DrawingArea, EmptyElement, LineSeries, PathElement, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, IntoFont, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::BackendColor;
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

/// Letters and axes.
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
pub const INK_DASHED: RGBColor = RGBColor(DASHED, 0, INK.2);
pub const W_DASHED: RGBColor = RGBColor(DASHED, 0, W.2);
pub const Y_DASHED: RGBColor = RGBColor(DASHED, 0, Y.2);
pub const Y_HAT_CELL: RGBColor = RGBColor(CELL, 0, Y_HAT.2);
pub const H_CELL: RGBColor = RGBColor(CELL, 0, H.2);

/// Each colour on a page, and in a file.
const PALETTE: [(&str, &str); 8] = [
    ("currentColor", "#7d7d7d"),
    ("var(--nn-faint)", "#a0a0a0"),
    ("var(--nn-w)", "#3b8eda"),
    ("var(--nn-x)", "#2a9d72"),
    ("var(--nn-y)", "#b565a7"),
    ("var(--nn-yhat)", "#d9692b"),
    ("var(--nn-a)", "#9a8f1d"),
    ("var(--nn-h)", "#d5486b"),
];

/// The colours of the page that the drawing is part of, which differ between light and dark.
pub fn for_page(placeholder: BackendColor) -> Paint {
    let (style, _, colour) = placeholder.rgb;
    Paint { colour: PALETTE[usize::from(colour)].0, dashes: style == DASHED, cell: style == CELL }
}

/// Colours of its own, which can be read on light and on dark.
pub fn for_file(placeholder: BackendColor) -> Paint {
    Paint { colour: PALETTE[usize::from(placeholder.rgb.2)].1, ..for_page(placeholder) }
}

/// plotters rounds to whole units. Figures are thought in steps of four, so that a curve is smooth.
pub const UNIT: i32 = 4;

/// The height of a line of letters: what is 21 here is a font size of 17 in the SVG, and 12 pixels on a narrow screen.
const LETTER: f64 = 21.0 * UNIT as f64;

/// The font of all text, as attributes of the drawing.
pub const FONT: &str = "font-family=\"system-ui, sans-serif\" font-size=\"67.74\"";

/// A line of this colour and width: 1 is a hairline, 3 a curve.
pub fn stroke(colour: &RGBColor, width: u32) -> ShapeStyle {
    // A page shows a figure at 5 pixels for 4 units of width: this makes a curve 2.8 pixels wide.
    colour.stroke_width(width * 3)
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
        .axis_style(stroke(&FAINT, 1))
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
