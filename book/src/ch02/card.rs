//! The card of this chapter: two species and the line that a perceptron has learned between them.

use super::examples::two_species;
use crate::figures::card::{dots, plane};
use crate::figures::drawing::{Canvas, W, Y, Y_HAT, polyline, stroke};
use anyhow::Result;
use ch02::{boundary, train_perceptron};
use plotters::prelude::Polygon;
use plotters::style::Color;

const EPOCHS: usize = 5;

pub fn draw(canvas: &Canvas) -> Result<()> {
    let (x, y) = two_species();
    let w = train_perceptron(&x, &y, EPOCHS);
    let mut chart = plane(canvas, 4.0..7.2, 0.6..5.4)?;
    let ends = [4.0, 7.2].map(|x1| (x1, boundary(&w, x1)));
    let above = [ends[0], ends[1], (7.2, 5.4), (4.0, 5.4)];
    chart.draw_series([Polygon::new(above, Y_HAT.mix(0.16).filled())])?;
    polyline(&mut chart, ends, stroke(&W, 3))?;
    for (kind, style) in [(1.0, Y.filled()), (-1.0, stroke(&Y, 2))] {
        let flowers = x.rows().into_iter().zip(&y).filter(|(_, y)| **y == kind);
        dots(&mut chart, flowers.map(|(x, _)| (x[1], x[2])), style)?;
    }
    Ok(())
}
