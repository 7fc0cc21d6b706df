//! The card of this chapter: a curve that meets every point, and one that does not.

use super::experiments::{SINE, SINE_SEED};
use super::widget::sine::{NETWORK, training};
use crate::figures::card::{dots, plane};
use crate::figures::drawing::{Canvas, INK, INK_DASHED, Y_HAT, polyline, stroke};
use anyhow::Result;
use ndarray::Array2;
use plotters::style::Color;

pub fn draw(canvas: &Canvas) -> Result<()> {
    let mut chart = plane(canvas, -2.6..2.6, -2.4..2.4)?;
    let [plain, ..] = &*SINE;
    let grid = Array2::from_shape_fn((121, 1), |(i, _)| i as f64 / 24.0 - 2.5);
    for (w, style) in [(&plain.best.0, stroke(&INK_DASHED, 2)), (&plain.w, stroke(&Y_HAT, 2))] {
        let fitted = NETWORK.predictions(w, &grid);
        polyline(&mut chart, grid.iter().copied().zip(fitted.iter().map(|y| y.clamp(-2.3, 2.3))), style)?;
    }
    let (x, y) = training(SINE_SEED);
    dots(&mut chart, x.iter().copied().zip(y.iter().copied()), INK.filled())
}
