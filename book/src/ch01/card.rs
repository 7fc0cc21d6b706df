//! The card of this chapter: the nebulae and their line.

use crate::figures::card::{dots, plane};
use crate::figures::drawing::{Canvas, Y, Y_HAT, polyline, stroke};
use anyhow::Result;
use ch01::{least_squares, with_bias};
use datasets::hubble;
use ndarray::Axis;
use plotters::style::Color;

pub fn draw(canvas: &Canvas) -> Result<()> {
    let table = hubble();
    let w = least_squares(&with_bias(&table.distance.clone().insert_axis(Axis(1))), &table.velocity);
    let mut chart = plane(canvas, 0.0..2.05, -250.0..1100.0)?;
    polyline(&mut chart, [0.0, 2.05].map(|x| (x, w[0] + w[1] * x)), stroke(&Y_HAT, 3))?;
    dots(&mut chart, table.distance.into_iter().zip(table.velocity), Y.filled())
}
