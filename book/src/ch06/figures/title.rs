//! The title page: where the reader will get.

use crate::figures::Figure;
use crate::figures::drawing::{Canvas, INK, UNIT, Y_HAT_CELL, axes, stroke};
use anyhow::Result;
use ch06::given::{Network, Objective, initial_network, with_bias};
use ch06::{forward, train};
use ndarray::{Array2, array};
use plotters::prelude::{Circle, Rectangle};
use plotters::style::Color;
use std::f64::consts::TAU;

/// The figure of the title page: the farthest point that the course reaches, a network that has learned from points
/// what no straight line can tell apart.
pub fn figure() -> Figure {
    Figure {
        name: "title",
        title: "What your code will have learned from data",
        describe: || {
            "A plane with filled points in the middle and a ring of open points around them. A closed region, shaded \
             where the network answers “filled”, holds the points in the middle and none of the others."
                .into()
        },
        size: (480, 400),
        draw: ring,
    }
}

/// Points in the middle, answer 1, and points around them, answer 0.
fn points() -> (Array2<f64>, Array2<f64>) {
    let inner = (0..12).map(|j| (0.25 + 0.4 * f64::from(j % 3) / 2.0, TAU * f64::from(j) / 12.0, 1.0));
    let outer = (0..24).map(|j| (1.35 + 0.3 * f64::from(j % 4) / 3.0, TAU * f64::from(j) / 24.0, 0.0));
    let all: Vec<(f64, f64, f64)> = inner.chain(outer).collect();
    let x = Array2::from_shape_fn((all.len(), 2), |(j, i)| {
        let (radius, angle, _) = all[j];
        radius * if i == 0 { angle.cos() } else { angle.sin() }
    });
    let y = Array2::from_shape_fn((all.len(), 1), |(j, _)| all[j].2);
    (x, y)
}

fn trained() -> Network {
    let (x, y) = points();
    let mut network = initial_network(4, Objective::Classification, 3, 6, 1);
    train(&mut network, &with_bias(&x), &y, 0.5, 1500);
    network
}

fn ring(canvas: &Canvas) -> Result<()> {
    const CELLS: i32 = 24;
    const SHADES: f64 = 8.0;
    let network = trained();
    let mut chart = axes(canvas, ("one feature", -2.0..2.0, 3), ("another", -2.0..2.0, 3))?;
    let edge = |cell: i32| -2.0 + 4.0 * f64::from(cell) / f64::from(CELLS);
    for row in 0..CELLS {
        let shade = |column: i32| {
            let middle = 2.0 / f64::from(CELLS);
            let x = array![[1.0, edge(column) + middle, edge(row) + middle]];
            (SHADES * forward(&network, &x).y_hat[[0, 0]]).round()
        };
        // Neighbours of one shade are one cell; what is not shaded needs none.
        let mut start = 0;
        for column in 1..=CELLS {
            if column == CELLS || shade(column) != shade(start) {
                if shade(start) > 0.0 {
                    let corners = [(edge(start), edge(row)), (edge(column), edge(row + 1))];
                    let colour = Y_HAT_CELL.mix(0.8 * shade(start) / SHADES);
                    chart.draw_series([Rectangle::new(corners, colour.filled())])?;
                }
                start = column;
            }
        }
    }
    let (x, y) = points();
    for (x, y) in x.rows().into_iter().zip(&y) {
        let style = if *y > 0.5 { INK.filled() } else { stroke(&INK, 2) };
        chart.draw_series([Circle::new((x[0], x[1]), 5 * UNIT, style)])?;
    }
    Ok(())
}
