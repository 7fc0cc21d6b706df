//! Chapter 8: scales, layers, batches, valleys, a schedule, the noisy sine, dead neurons.

mod curves;
mod sine;
mod valleys;

use super::values::values;
use crate::figures::Figure;
use crate::figures::drawing::{Axes, UNIT};
use anyhow::Result;
use plotters::prelude::Circle;
use plotters::style::{Color, RGBColor};

/// The figures of this chapter.
pub fn figures() -> Vec<Figure> {
    [curves::figures(), valleys::figures(), sine::figures()].into_iter().flatten().collect()
}

fn dots(chart: &mut Axes, points: impl IntoIterator<Item = (f64, f64)>, size: i32, colour: RGBColor) -> Result<()> {
    chart.draw_series(points.into_iter().map(|at| Circle::new(at, size * UNIT, colour.filled())))?;
    Ok(())
}

/// The points of a curve, with its numbers from 0.
fn numbered(curve: &[f64]) -> impl Iterator<Item = (f64, f64)> {
    curve.iter().enumerate().map(|(t, value)| (t as f64, *value))
}
