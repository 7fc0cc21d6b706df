//! Chapter 5: slopes that are measured, ways down with steps of many sizes, two models that learn by descent.

mod fits;
mod landscape;
mod slopes;
mod steps;

use crate::figures::Figure;
use crate::figures::drawing::{Axes, UNIT, label, polyline, stroke};
use anyhow::Result;
use ndarray::{Array1, Array2, array};
use plotters::prelude::Circle;
use plotters::style::{Color, RGBColor};
use std::f64::consts::TAU;

/// The figures of this chapter.
pub fn figures() -> Vec<Figure> {
    [slopes::figures(), steps::figures(), vec![landscape::figure()], fits::figures()].into_iter().flatten().collect()
}

fn line(chart: &mut Axes, points: impl IntoIterator<Item = (f64, f64)>, style: (RGBColor, u32)) -> Result<()> {
    polyline(chart, points, stroke(&style.0, style.1))?;
    Ok(())
}

fn dots(chart: &mut Axes, points: impl IntoIterator<Item = (f64, f64)>, size: i32, colour: RGBColor) -> Result<()> {
    chart.draw_series(points.into_iter().map(|at| Circle::new(at, size * UNIT, colour.filled())))?;
    Ok(())
}

/// The points of a way in two weights, one in each row.
pub fn points(way: &Array2<f64>) -> impl Iterator<Item = (f64, f64)> {
    way.rows().into_iter().map(|row| (row[0], row[1]))
}

/// The directions in which a symmetric matrix of two rows curves most and least.
fn directions(a: &Array2<f64>) -> [Array1<f64>; 2] {
    let angle = 0.5 * (2.0 * a[[0, 1]]).atan2(a[[0, 0]] - a[[1, 1]]);
    [angle, angle + TAU / 4.0].map(|angle| array![angle.cos(), angle.sin()])
}
