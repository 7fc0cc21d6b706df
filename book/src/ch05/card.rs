//! The card of this chapter: a way down into a valley, seen from above.

use super::examples::{valley, valley_start};
use super::figures::points;
use crate::figures::card::{dots, plane};
use crate::figures::drawing::{Canvas, INK, W, polyline, stroke};
use anyhow::Result;
use ch05::descend;
use ndarray::{Array1, array};
use plotters::prelude::Polygon;
use plotters::style::{Color, ShapeStyle};
use widget_abi::contours;

/// A step size that just does not run away.
const ETA: f64 = 0.23;
const STEPS: usize = 10;
/// Samples along each side.
const SIDE: usize = 40;

pub fn draw(canvas: &Canvas) -> Result<()> {
    let (a, start) = (valley(), valley_start().0);
    let (across, up) = (2.6, 1.6);
    let mut chart = plane(canvas, -across..across, -up..up)?;
    // The depth below the rim, so that what is enclosed is low.
    let place = |column: f64, row: f64| {
        let [x, y] = [column, row].map(|share| 2.0 * share / (SIDE - 1) as f64 - 1.0);
        (across * x, up * y)
    };
    let depth = |cell: usize| {
        let (w1, w2) = place((cell % SIDE) as f64, (cell / SIDE) as f64);
        let w = array![w1, w2];
        -0.5 * w.dot(&a.dot(&w))
    };
    let depths: Vec<f64> = (0..SIDE * SIDE).map(depth).collect();
    for height in [0.2, 0.8, 1.8, 3.2, 5.0, 7.2, 9.8, 13.0, 17.0] {
        for ellipse in contours::areas(&depths, SIDE, -height) {
            let edge: Vec<(f64, f64)> = ellipse.into_iter().map(|[column, row]| place(column, row)).collect();
            chart.draw_series([Polygon::new(edge.clone(), INK.mix(0.035).filled())])?;
            polyline(&mut chart, edge, ShapeStyle { color: INK.mix(0.25), ..stroke(&INK, 1) })?;
        }
    }
    let way = descend(&|w: &Array1<f64>| a.dot(w), &start, ETA, STEPS);
    polyline(&mut chart, points(&way), stroke(&W, 2))?;
    dots(&mut chart, points(&way), W.filled())
}
