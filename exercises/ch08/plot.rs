//! Chapter 8: your optimisers on their way down a narrow valley, and your schedule for the step size.

use ndarray::{Array1, array};
use plot::{Chart, Point, attempt};
use std::process::ExitCode;

fn main() -> ExitCode {
    plot::main(charts)
}

const STEPS: usize = 60;

/// The gradient of the narrow valley `E = (w₁² + 40 w₂²)/2`, the one on the page.
fn gradient(w: &Array1<f64>) -> Array1<f64> {
    array![w[0], 40.0 * w[1]]
}

fn charts() -> Vec<Chart> {
    let mut valley = Chart::new("Chapter 8: ways down a narrow valley", ["w₁", "w₂"]);
    for (name, function, way) in [
        ("momentum 0", "`momentum_step`", (|| momentum(0.0)) as fn() -> Vec<Point>),
        ("momentum 0.8", "`momentum_step`", || momentum(0.8)),
        ("Adam", "`adam_step`", adam),
    ] {
        match attempt(function, way) {
            Err(note) if valley.notes.contains(&note) => {}
            Err(note) => valley.notes.push(note),
            Ok(points) => valley.line(name, points),
        }
    }
    let mut schedule = Chart::new("Chapter 8: your schedule for the step size", ["step", "step size"]);
    match attempt("`step_size`", || (0..100).map(|t| (t as f64, ch08::step_size(t, 100, 15, 0.1))).collect()) {
        Err(note) => schedule.notes.push(note),
        Ok(points) => schedule.line("warm-up, then half a cosine", points),
    }
    vec![valley, schedule]
}

fn momentum(mu: f64) -> Vec<Point> {
    let (mut w, mut velocity) = (array![-4.0, 1.0], Array1::zeros(2));
    let mut points = vec![(w[0], w[1])];
    for _ in 0..STEPS {
        (w, velocity) = ch08::momentum_step(&w, &velocity, &gradient(&w), 0.045, mu);
        points.push((w[0], w[1]));
    }
    points
}

fn adam() -> Vec<Point> {
    let (mut w, mut m, mut v) = (array![-4.0, 1.0], Array1::zeros(2), Array1::zeros(2));
    let mut points = vec![(w[0], w[1])];
    for t in 1..=STEPS {
        (w, m, v) = ch08::adam_step(&w, &m, &v, &gradient(&w), t, 0.1);
        points.push((w[0], w[1]));
    }
    points
}
