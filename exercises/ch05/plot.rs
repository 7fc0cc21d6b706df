//! Chapter 5: the way down, on a map of the error.

use ndarray::{Array1, array};
use plot::{Chart, Point, attempt, contour};
use std::process::ExitCode;

/// Steep in one direction and flat in the other: there the size of the steps matters.
fn error(w1: f64, w2: f64) -> f64 {
    0.5 * (w1 * w1 + 8.0 * w2 * w2)
}

fn main() -> ExitCode {
    plot::main(charts)
}

fn charts() -> Vec<Chart> {
    [0.03, 0.12, 0.22].into_iter().map(chart).collect()
}

fn chart(eta: f64) -> Chart {
    let title = format!("Chapter 5: 30 of your steps of size η = {eta}, and lines of equal E = ½(w₁² + 8w₂²)");
    let mut chart = Chart::new(&title, ["w₁", "w₂"]);
    let way = attempt("`descend`", || {
        let gradient = |w: &Array1<f64>| array![w[0], 8.0 * w[1]];
        let way = ch05::descend(&gradient, &array![-3.5, 1.2], eta, 30);
        way.rows().into_iter().map(|w| (w[0], w[1])).collect::<Vec<Point>>()
    });
    if way.is_ok() {
        let map = [-4.0..4.0, -1.6..1.6];
        let levels = [0.3, 1.0, 2.5, 5.0, 8.0];
        chart.lines("", levels.iter().flat_map(|&level| contour(&error, map.clone(), 60, level)).collect());
    }
    if let Ok(way) = &way {
        chart.dots("your points", way.iter().copied());
    }
    chart.attempted("your way", way);
    chart
}
