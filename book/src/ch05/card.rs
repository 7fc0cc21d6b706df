//! The card of this chapter: a way down into a valley, seen from above.

use super::examples::{valley, valley_start};
use super::figures::points;
use crate::figures::card::{dots, plane};
use crate::figures::drawing::{Canvas, W, polyline, stroke};
use crate::figures::field::terrain;
use anyhow::Result;
use ch05::descend;
use ndarray::{Array1, array};
use plotters::style::Color;

/// A step size that just does not run away.
const ETA: f64 = 0.23;
const STEPS: usize = 10;

pub fn draw(canvas: &Canvas) -> Result<()> {
    let (a, start) = (valley(), valley_start().0);
    let (x, y) = (-2.6..2.6, -1.6..1.6);
    let mut chart = plane(canvas, x.clone(), y.clone())?;
    let height = |w1: f64, w2: f64| {
        let w = array![w1, w2];
        0.5 * w.dot(&a.dot(&w))
    };
    let heights = [34.0, 27.5, 22.0, 17.0, 13.0, 9.8, 7.2, 5.0, 3.2, 1.8, 0.8, 0.2];
    terrain(&mut chart, (&x, &y), height, &heights)?;
    let way = descend(&|w: &Array1<f64>| a.dot(w), &start, ETA, STEPS);
    polyline(&mut chart, points(&way), stroke(&W, 2))?;
    dots(&mut chart, points(&way), W.filled())
}
