//! The card of this chapter: what a network answers that has learned XOR.

use super::examples::{untrained, xor};
use crate::figures::card::{dots, plane};
use crate::figures::drawing::{Canvas, Y, Y_HAT, stroke};
use anyhow::Result;
use ch06::given::with_bias;
use ch06::{forward, train};
use ndarray::Array2;
use plotters::prelude::Polygon;
use plotters::style::Color;
use widget_abi::contours;

const EPOCHS: usize = 500;
const ETA: f64 = 0.5;
/// Samples along each side.
const SIDE: usize = 32;

pub fn draw(canvas: &Canvas) -> Result<()> {
    let ((x, y), mut network) = (xor(), untrained());
    train(&mut network, &x, &y, ETA, EPOCHS);
    let (across, down) = (-0.7..1.7, -0.25..1.25);
    let place = |column: f64, row: f64| {
        let [right, up] = [column, row].map(|share| share / (SIDE - 1) as f64);
        (across.start + (across.end - across.start) * right, down.start + (down.end - down.start) * up)
    };
    let features = Array2::from_shape_fn((SIDE * SIDE, 2), |(cell, feature)| {
        let (x2, x3) = place((cell % SIDE) as f64, (cell / SIDE) as f64);
        if feature == 0 { x2 } else { x3 }
    });
    let answers = forward(&network, &with_bias(&features)).y_hat.into_raw_vec_and_offset().0;
    let mut chart = plane(canvas, across.clone(), down.clone())?;
    for level in 1..10 {
        for area in contours::areas(&answers, SIDE, f64::from(level) / 10.0) {
            let edge: Vec<(f64, f64)> = area.into_iter().map(|[column, row]| place(column, row)).collect();
            chart.draw_series([Polygon::new(edge, Y_HAT.mix(0.09).filled())])?;
        }
    }
    for (kind, style) in [(1.0, Y.filled()), (0.0, stroke(&Y, 2))] {
        let samples = x.rows().into_iter().zip(&y).filter(|(_, y)| **y == kind);
        dots(&mut chart, samples.map(|(x, _)| (x[1], x[2])), style)?;
    }
    Ok(())
}
