//! Chapter 1: points, a line, and how far the line is from the points.

use ch01::{least_squares, mse, mse_gradient, predict_batch, residuals, with_bias};
use ndarray::{Array1, Array2};
use widget_abi::{Functions, Input};

/// What the figure calls. Points come as `x1, y1, x2, y2, …`, a line as its bias and its slope.
pub const FUNCTIONS: Functions = &[
    ("predictions", predictions),
    ("residuals", line_residuals),
    ("mse", line_mse),
    ("mse_gradient", line_gradient),
    ("least_squares", best_line),
];

/// A line and points: `(w, X, y)`.
fn line_and_points(numbers: &[f64]) -> (Array1<f64>, Array2<f64>, Array1<f64>) {
    let mut input = Input::new(numbers);
    let w = Array1::from(input.list(2).to_vec());
    let (x, y) = points(input.rest());
    (w, x, y)
}

fn points(numbers: &[f64]) -> (Array2<f64>, Array1<f64>) {
    let column = |at: usize| Array1::from_iter(numbers.iter().skip(at).step_by(2).copied());
    (with_bias(&column(0).insert_axis(ndarray::Axis(1))), column(1))
}

/// `w, points` → `ŷ` of each point.
fn predictions(numbers: &[f64]) -> Vec<f64> {
    let (w, x, _) = line_and_points(numbers);
    predict_batch(&x, &w).to_vec()
}

/// `w, points` → the residual of each point.
fn line_residuals(numbers: &[f64]) -> Vec<f64> {
    let (w, x, y) = line_and_points(numbers);
    residuals(&y, &predict_batch(&x, &w)).to_vec()
}

/// `w, points` → the mean squared error.
fn line_mse(numbers: &[f64]) -> Vec<f64> {
    let (w, x, y) = line_and_points(numbers);
    vec![mse(&predict_batch(&x, &w), &y)]
}

/// `w, points` → its slope for the bias and for the slope of the line.
fn line_gradient(numbers: &[f64]) -> Vec<f64> {
    let (w, x, y) = line_and_points(numbers);
    mse_gradient(&x, &y, &w).to_vec()
}

/// `points` → the line with the least error.
fn best_line(numbers: &[f64]) -> Vec<f64> {
    let (x, y) = points(numbers);
    least_squares(&x, &y).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_a_call_are_the_line_and_then_the_points() {
        let points = [0.0, 1.0, 1.0, 3.0, 2.0, 4.0];
        let best = best_line(&points);
        let call: Vec<f64> = best.iter().chain(&points).copied().collect();
        let (y_hat, e) = (predictions(&call), line_residuals(&call));
        for j in 0..3 {
            assert!((y_hat[j] + e[j] - points[2 * j + 1]).abs() < 1e-12);
        }
        assert!((line_mse(&call)[0] - e.iter().map(|e| e * e).sum::<f64>() / 3.0).abs() < 1e-12);
        assert!(line_gradient(&call).iter().all(|slope| slope.abs() < 1e-12), "the best line has a level error");
    }
}
