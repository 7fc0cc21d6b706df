//! The error over both weights: a bowl, from the side and from above; and the shapes of a batch of predictions.

use super::super::examples::three_samples;
use crate::figures::Figure;
use crate::figures::diagram::{Matrix, product, write};
use crate::figures::drawing::{Canvas, INK, UNIT, W, X, Y_HAT, axes, path, ring, stroke};
use crate::figures::field::terrain;
use crate::values::fixed;
use anyhow::Result;
use ch01::{least_squares, mse, predict_batch, with_bias};
use ndarray::array;
use plotters::prelude::Circle;
use plotters::style::Color;
use plotters::style::text_anchor::HPos;
use std::f64::consts::TAU;

/// The bias and the slope of the first guess.
const GUESS: (f64, f64) = (0.0, 1.0);

pub fn figure() -> Figure {
    Figure {
        name: "error-bowl",
        title: "The error of a line, over its bias and its slope",
        describe: || {
            let (bias, slope) = best();
            format!(
                "Two views of one surface. From the side it is a bowl: rings around a lowest point, and lines that go down to it. From \
                 above it is a set of nested ellipses, tilted, the stronger the shade, the lower. A dot on the wall of the bowl is the \
                 first guess, bias 0 and slope 1; a ring at the bottom is the best line, bias {} and slope {}.",
                fixed(bias, 1),
                fixed(slope, 1)
            )
        },
        size: (480, 300),
        draw,
    }
}

fn error(bias: f64, slope: f64) -> f64 {
    let (x, y) = three_samples();
    mse(&predict_batch(&with_bias(&x), &array![bias, slope]), &y)
}

fn best() -> (f64, f64) {
    let (x, y) = three_samples();
    let w = least_squares(&with_bias(&x), &y);
    (w[0], w[1])
}

fn draw(canvas: &Canvas) -> Result<()> {
    let (left, right) = canvas.split_horizontally(240 * UNIT);
    side(&left)?;
    let (bias, slope) = (-2.0..3.0, -1.0..4.0);
    let mut chart = axes(&right, ("bias w₁", bias.clone(), 5), ("slope w₂", slope.clone(), 5))?;
    terrain(&mut chart, (&bias, &slope), error, &[30.0, 20.0, 12.0, 7.0, 4.0, 2.0, 0.8])?;
    chart.draw_series([Circle::new(GUESS, 5 * UNIT, W.filled())])?;
    ring(&mut chart, best(), 6, stroke(&INK, 2))
}

/// The bowl from the side and a little from above: rings of equal error, and lines that go down to the bottom.
fn side(canvas: &Canvas) -> Result<()> {
    const RIM: f64 = 4.0;
    let bottom = best();
    let lowest = error(bottom.0, bottom.1);
    let seen = |(bias, slope): (f64, f64)| {
        let (across, away) = (bias - bottom.0, slope - bottom.1);
        let x = 116.0 + 30.0 * across + 10.0 * away;
        let y = 236.0 - 38.0 * (error(bias, slope) - lowest) - 13.0 * away;
        ((x * f64::from(UNIT)).round() as i32, (y * f64::from(UNIT)).round() as i32)
    };
    // In each direction the error grows with the square of the distance.
    let wall = |angle: f64, height: f64| {
        let (across, away) = (angle.cos(), angle.sin());
        let curvature = error(bottom.0 + across, bottom.1 + away) - lowest;
        let far = (height / curvature).sqrt();
        (bottom.0 + far * across, bottom.1 + far * away)
    };
    for part in 1..=6 {
        let height = RIM * (f64::from(part) / 6.0).powi(2);
        path(canvas, (0..=120).map(|at| seen(wall(TAU * f64::from(at) / 120.0, height))), stroke(&W, 1))?;
    }
    for part in 0..24 {
        let angle = TAU * f64::from(part) / 24.0;
        path(canvas, (0..=20).map(|at| seen(wall(angle, RIM * (f64::from(at) / 20.0).powi(2)))), stroke(&W, 1))?;
    }
    // The straight way from the guess to the bottom, along the wall of the bowl.
    let way = (0..=20)
        .map(|part| f64::from(part) / 20.0)
        .map(|share| seen((GUESS.0 + share * (bottom.0 - GUESS.0), GUESS.1 + share * (bottom.1 - GUESS.1))));
    path(canvas, way, stroke(&INK, 3))?;
    canvas.draw(&Circle::new(seen(GUESS), 5 * UNIT, W.filled()))?;
    canvas.draw(&Circle::new(seen(bottom), 5 * UNIT, stroke(&INK, 2)))?;
    write(canvas, "error E", (2, 12), (INK, HPos::Left))
}

pub fn shapes() -> Figure {
    Figure {
        name: "shapes-predictions",
        title: "The shapes of a batch of predictions",
        describe: || {
            "Three rectangles: X, with n rows and k columns, times w, a column of k entries, is ŷ, a column of n entries. \
             One row of X is marked, the whole of w, and one entry of ŷ."
                .into()
        },
        size: (480, 190),
        draw: |canvas| {
            let matrices = [
                Matrix { name: "X", shape: "(n, k)", rows: 6, columns: 3, colour: X },
                Matrix { name: "w", shape: "(k)", rows: 3, columns: 1, colour: W },
                Matrix { name: "ŷ", shape: "(n)", rows: 6, columns: 1, colour: Y_HAT },
            ];
            product(canvas, &matrices, (480, 190), 20)
        },
    }
}
