//! A number for each point of a plane, drawn as areas that lie upon each other: more of them where the number is
//! larger. Their edges are smooth, they weigh little, and they look right in light and in dark.

use super::drawing::{Axes, INK, Y_HAT, level, polyline, stroke};
use super::simplify::{COARSE, simplified};
use anyhow::{Context, Result};
use contour::ContourBuilder;
use plotters::prelude::Polygon;
use plotters::style::{Color, RGBColor, ShapeStyle};
use std::ops::Range;

/// The function is sampled at so many places along each side.
const SAMPLES: usize = 64;

/// A part of the plane.
pub type Plane<'a> = (&'a Range<f64>, &'a Range<f64>);

/// What a neuron answers, from 0 to 1, with a line where it is undecided.
pub fn answers(chart: &mut Axes, plane: Plane, f: impl Fn(f64, f64) -> f64, colour: RGBColor) -> Result<()> {
    let tenths: Vec<f64> = (1..10).map(|tenth| f64::from(tenth) / 10.0).collect();
    let rings = areas(chart, plane, &f, &tenths, colour)?;
    if colour == Y_HAT {
        edges(chart, plane, &rings[4], stroke(&colour, 2))?;
    }
    Ok(())
}

/// An error from above: the stronger the shade, the lower. `heights` from the highest to the lowest.
pub fn terrain(chart: &mut Axes, plane: Plane, f: impl Fn(f64, f64) -> f64, heights: &[f64]) -> Result<()> {
    let depths: Vec<f64> = heights.iter().map(|height| -height).collect();
    for rings in areas(chart, plane, &|x, y| -f(x, y), &depths, INK)? {
        edges(chart, plane, &rings, INK.mix(0.25).stroke_width(3))?;
    }
    Ok(())
}

type Ring = Vec<(f64, f64)>;

/// Fills the places where `f` is at least as large as each of the levels, and returns their edges.
fn areas(
    chart: &mut Axes,
    (x, y): Plane,
    f: &impl Fn(f64, f64) -> f64,
    levels: &[f64],
    colour: RGBColor,
) -> Result<Vec<Vec<Ring>>> {
    let step = |side: &Range<f64>| (side.end - side.start) / SAMPLES as f64;
    let middle = |side: &Range<f64>, at: usize| side.start + step(side) * (at as f64 + 0.5);
    let values: Vec<f64> =
        (0..SAMPLES * SAMPLES).map(|at| f(middle(x, at % SAMPLES), middle(y, at / SAMPLES))).collect();
    let builder =
        ContourBuilder::new(SAMPLES, SAMPLES, true).x_origin(x.start).y_origin(y.start).x_step(step(x)).y_step(step(y));
    let mut all = vec![];
    for (number, area) in (0..).zip(builder.contours(&values, levels).context("the levels of a field")?) {
        let polygons = area.geometry().0.iter();
        let rings = polygons.flat_map(|polygon| [polygon.exterior()].into_iter().chain(polygon.interiors()));
        let rings: Vec<Ring> = rings.map(|ring| ring.coords().map(|at| (at.x, at.y)).collect()).collect();
        for ring in &rings {
            let pixels: Vec<_> = ring.iter().map(|at| chart.backend_coord(at)).collect();
            let kept: Ring = simplified(&pixels, COARSE).into_iter().map(|at| ring[at]).collect();
            chart.draw_series([Polygon::new(kept, level(colour, number).filled())])?;
        }
        all.push(rings);
    }
    Ok(all)
}

/// The edges of areas, but for where the plane ends.
fn edges(chart: &mut Axes, (x, y): Plane, rings: &[Ring], style: ShapeStyle) -> Result<()> {
    // A ring reaches the end of the plane with the rounding of its steps.
    let between = |side: &Range<f64>, at: f64| {
        let rim = 1e-9 * (side.end - side.start);
        side.start + rim < at && at < side.end - rim
    };
    let inside = |at: &(f64, f64)| between(x, at.0) && between(y, at.1);
    for ring in rings {
        let mut line = Ring::new();
        for pair in ring.windows(2) {
            if inside(&pair[0]) && inside(&pair[1]) {
                if line.is_empty() {
                    line.push(pair[0]);
                }
                line.push(pair[1]);
            } else {
                polyline(chart, line.drain(..), style)?;
            }
        }
        polyline(chart, line, style)?;
    }
    Ok(())
}
