//! The card of this chapter: bumps, one for each pair of hidden neurons, and the curve that they add up to.

use super::examples::{FROM, TO, outputs_with, wave};
use crate::figures::card::plane;
use crate::figures::drawing::{Canvas, H, Y_HAT, polyline, stroke};
use anyhow::Result;
use ch04::bump;
use ndarray::Array1;
use plotters::prelude::Polygon;
use plotters::style::{Color, ShapeStyle};

const BUMPS: usize = 12;
/// Low enough that neighbours flow into each other.
const STEEPNESS: f64 = 9.0;

pub fn draw(canvas: &Canvas) -> Result<()> {
    let mut chart = plane(canvas, FROM..TO, -2.0..2.0)?;
    let places = Array1::linspace(FROM, TO, 161);
    let width = (TO - FROM) / (BUMPS - 1) as f64;
    for centre in (0..BUMPS).map(|number| FROM + number as f64 * width) {
        let one = |x: f64| bump(x, centre - width / 2.0, centre + width / 2.0, wave(centre), STEEPNESS);
        let near = places.iter().copied().filter(|x| (x - centre).abs() < 1.6 * width);
        let outline: Vec<(f64, f64)> = near.map(|x| (x, one(x))).collect();
        let ends = [outline[outline.len() - 1].0, outline[0].0].map(|x| (x, 0.0));
        chart.draw_series([Polygon::new([&outline[..], &ends].concat(), H.mix(0.16).filled())])?;
        polyline(&mut chart, outline, ShapeStyle { color: H.mix(0.5), ..stroke(&H, 1) })?;
    }
    let y_hat = outputs_with(&places, BUMPS, STEEPNESS);
    polyline(&mut chart, places.into_iter().zip(y_hat), stroke(&Y_HAT, 3))
}
