//! Chapter 6: how the error falls while the network learns, and what it has learned.

use ch06::given::{Goal, Network, initial_network, with_bias};
use ndarray::{Array2, array};
use plot::{Chart, Point, attempt, contour};
use std::f64::consts::TAU;
use std::process::ExitCode;

/// Hidden neurons, size of a step, and how many steps.
const TRAINING: (usize, f64, usize) = (8, 0.5, 4000);

fn main() -> ExitCode {
    plot::main(charts)
}

fn charts() -> Vec<Chart> {
    let (inner, outer) = (ring(0.5), ring(1.5));
    let points: Vec<Point> = inner.iter().chain(&outer).copied().collect();
    let x = Array2::from_shape_fn((points.len(), 2), |(j, i)| [points[j].0, points[j].1][i]);
    let y = Array2::from_shape_fn((points.len(), 1), |(j, _)| if j < inner.len() { 1.0 } else { 0.0 });
    let (neurons, eta, epochs) = TRAINING;
    let trained = attempt("`train`", || {
        let mut network = initial_network(6, Goal::Classification, 3, neurons, 1);
        let losses = ch06::train(&mut network, &with_bias(&x), &y, eta, epochs);
        (network, losses)
    });
    let mut curve = Chart::new("Chapter 6: the error while your network learns", ["epochs", "mean error"]);
    let mut surface = Chart::new("Chapter 6: two rings, and where your network draws the line", ["x₁", "x₂"]);
    match trained {
        Err(note) => {
            curve.notes.push(note);
            return vec![curve];
        }
        Ok((network, losses)) => {
            curve.line("your network", losses.iter().enumerate().map(|(epoch, &loss)| (epoch as f64, loss)).collect());
            let boundary = attempt("`forward`", || boundary(&network));
            surface.dots("class 1", inner);
            surface.dots("class 0", outer);
            match boundary {
                Ok(lines) => surface.lines("ŷ = ½", lines),
                Err(note) => surface.notes.push(note),
            }
        }
    }
    vec![curve, surface]
}

/// Points around the origin. Every other one lies a little farther out, so that no circle fits all of them.
fn ring(radius: f64) -> Vec<Point> {
    let point = |i: usize| {
        let (angle, radius) = (TAU * i as f64 / 24.0, radius * if i.is_multiple_of(2) { 0.85 } else { 1.15 });
        (radius * angle.cos(), radius * angle.sin())
    };
    (0..24).map(point).collect()
}

fn boundary(network: &Network) -> Vec<Vec<Point>> {
    let probability = |x1: f64, x2: f64| ch06::forward(network, &array![[1.0, x1, x2]]).y_hat[[0, 0]];
    contour(&probability, [-2.0..2.0, -2.0..2.0], 50, 0.5)
}
