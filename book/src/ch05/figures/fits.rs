//! Two models that learn by descent: Hubble's line, and a neuron that tells two irises apart.

use super::super::examples::{curvatures, hubbles_batch, petals_batch};
use super::{dots, label, line, points};
use crate::figures::Figure;
use crate::figures::drawing::{Canvas, INK, INK_DASHED, UNIT, W, W_DASHED, Y, axes, ring, stroke};
use crate::figures::field::terrain;
use crate::values::fixed;
use anyhow::Result;
use ch01::{least_squares, mse_gradient};
use ch05::{descend, logistic_regression};
use ndarray::{Array1, Array2, array};
use plotters::prelude::{Circle, Cross};
use plotters::style::text_anchor::HPos;

pub fn figures() -> Vec<Figure> {
    vec![
        Figure {
            name: "hubble-approach",
            title: "Bias and slope of Hubble’s line, step by step",
            describe: || {
                let (x, y) = hubbles_batch();
                let best = least_squares(&x, &y);
                let way = way(0.4, 2);
                format!(
                    "Two curves over 40 steps. The slope starts at 0, jumps to {}, back to {}, and settles to and \
                     fro at the dashed line at {}. The bias starts at 0, jumps to {}, and comes down in the same \
                     way to the dashed line at {}.",
                    fixed(way[[1, 1]], 0),
                    fixed(way[[2, 1]], 0),
                    fixed(best[1], 2),
                    fixed(way[[1, 0]], 0),
                    fixed(best[0], 2)
                )
            },
            size: (480, 330),
            draw: approach,
        },
        Figure {
            name: "hubble-valley",
            title: "The error on Hubble’s table from above, with two ways down",
            describe: || {
                "Long, tilted ellipses over bias and slope. From (0, 0) two ways lead towards their centre. Small steps, \
                 marked by crosses, curve smoothly into the floor of the valley and follow it, and have not arrived after \
                 60 steps. Large steps, marked by dots, jump from one wall of the valley to the other, and arrive."
                    .into()
            },
            size: (480, 400),
            draw: valley,
        },
        Figure {
            name: "iris-boundary",
            title: "Two species of iris, and where the neuron draws the line",
            describe: || {
                "Scatter plot of petal length and width. Setosa, rings, lie at the lower left; versicolor, \
                 dots, at the upper right. Three falling lines are the boundary after 10, 20 and 100 steps. The \
                 first leaves nearly all rings on the side of the dots, the second passes through the edge of \
                 the rings, the third between the two groups."
                    .into()
            },
            size: (480, 370),
            draw: boundary,
        },
    ]
}

/// The way of least squares by descent on Hubble's table.
fn way(eta: f64, steps: usize) -> Array2<f64> {
    let (x, y) = hubbles_batch();
    descend(&|w| mse_gradient(&x, &y, w), &array![0.0, 0.0], eta, steps)
}

fn approach(canvas: &Canvas) -> Result<()> {
    let (x, y) = hubbles_batch();
    let best = least_squares(&x, &y);
    let way = way(0.4, 40);
    let mut chart = axes(canvas, ("steps", 0.0..41.0, 5), ("km/s", -100.0..560.0, 6))?;
    for i in 0..2 {
        line(&mut chart, [(0.0, best[i]), (41.0, best[i])], (INK_DASHED, 1))?;
        let values: Vec<_> = way.column(i).iter().enumerate().map(|(t, &w)| (t as f64, w)).collect();
        line(&mut chart, values.clone(), (W, 2))?;
        dots(&mut chart, values, 3, W)?;
    }
    label(&mut chart, (40.0, best[1]), (0, -20), "slope, per Mpc", (W, HPos::Right))?;
    label(&mut chart, (40.0, best[0]), (0, -24), "bias", (W, HPos::Right))
}

fn valley(canvas: &Canvas) -> Result<()> {
    let (x, y) = hubbles_batch();
    let (a, best) = (curvatures(&x), least_squares(&x, &y));
    let (across, up) = (-150.0..420.0, -20.0..560.0);
    let mut chart = axes(canvas, ("bias in km/s", across.clone(), 5), ("slope in km/s per Mpc", up.clone(), 6))?;
    let height = |bias: f64, slope: f64| {
        let far = array![bias, slope] - &best;
        far.dot(&a.dot(&far)) / 2.0
    };
    terrain(&mut chart, (&across, &up), height, &[2.6e5, 1.7e5, 1e5, 5e4, 2e4, 6e3, 1e3])?;
    let small = way(0.05, 60);
    chart.draw_series(points(&small).map(|at| Cross::new(at, 4 * UNIT, stroke(&INK, 1))))?;
    let large = way(0.4, 40);
    line(&mut chart, points(&large), (W, 2))?;
    dots(&mut chart, points(&large), 4, W)?;
    ring(&mut chart, (best[0], best[1]), 9, stroke(&INK, 2))?;
    label(&mut chart, (best[0], best[1]), (0, -24), "bottom", (INK, HPos::Center))?;
    label(&mut chart, (large[[1, 0]], large[[1, 1]]), (6, -16), "η = 0.4", (W, HPos::Center))?;
    label(&mut chart, (small[[3, 0]], small[[3, 1]]), (16, 2), "η = 0.05", (INK, HPos::Left))
}

fn boundary(canvas: &Canvas) -> Result<()> {
    let (x, y) = petals_batch();
    let mut chart = axes(canvas, ("petal length in cm", 0.5..5.5, 6), ("petal width in cm", 0.0..2.5, 6))?;
    let flowers = |answer: f64| {
        let all = x.rows().into_iter().zip(&y).filter(move |(_, y)| **y == answer);
        all.map(|(row, _)| (row[1], row[2])).collect::<Vec<_>>()
    };
    chart.draw_series(flowers(0.0).into_iter().map(|at| Circle::new(at, 4 * UNIT, stroke(&Y, 2))))?;
    dots(&mut chart, flowers(1.0), 4, Y)?;
    for (steps, colour) in [(10, W_DASHED), (20, W_DASHED), (100, W)] {
        let w: Array1<f64> = logistic_regression(&x, &y, 0.3, steps);
        let width = |length: f64| -(w[0] + w[1] * length) / w[2];
        let within = (0..=500).map(|part| 0.5 + f64::from(part) / 100.0).map(|length| (length, width(length)));
        let part: Vec<_> = within.filter(|at| (0.0..2.3).contains(&at.1)).collect();
        let Some(&top) = part.first() else { continue };
        let name = format!("{steps}{}", if steps == 100 { " steps" } else { "" });
        line(&mut chart, part, (colour, 2))?;
        label(&mut chart, top, (7, -6), &name, (W, HPos::Left))?;
    }
    label(&mut chart, (2.2, 0.12), (0, 0), "setosa", (INK, HPos::Left))?;
    label(&mut chart, (5.3, 2.05), (0, 0), "versicolor", (INK, HPos::Right))
}
