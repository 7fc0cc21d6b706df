//! The card of this chapter: a value that is used twice, on the way forward and on the way back.

use crate::figures::card::{dots, plane};
use crate::figures::drawing::{Canvas, INK, INK_DASHED, W, Y_HAT, polyline, stroke};
use anyhow::Result;
use plotters::style::Color;

pub fn draw(canvas: &Canvas) -> Result<()> {
    let mut chart = plane(canvas, 0.0..10.0, 0.0..6.0)?;
    let bow = |from: (f64, f64), to: (f64, f64), by: f64| {
        (0..=20).map(move |t| {
            let t = f64::from(t) / 20.0;
            (from.0 + (to.0 - from.0) * t, from.1 + (to.1 - from.1) * t + 4.0 * by * t * (1.0 - t))
        })
    };
    let (a, b, c) = ((1.0, 3.0), (5.0, 4.5), (9.0, 3.0));
    for (from, to, by) in [(a, b, 0.7), (b, c, 0.7), (a, c, -1.7)] {
        polyline(&mut chart, bow(from, to, by), stroke(&INK, 2))?;
    }
    for (from, to, by) in [(a, b, -0.3), (b, c, -0.3), (a, c, -0.9)] {
        polyline(&mut chart, bow(from, to, by), stroke(&INK_DASHED, 2))?;
    }
    dots(&mut chart, [a], W.filled())?;
    dots(&mut chart, [b], INK.filled())?;
    dots(&mut chart, [c], Y_HAT.filled())
}
