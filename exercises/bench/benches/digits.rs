//! The digits of 30 people and the weights to begin with: the same for all that is measured.

use datasets::{Digits, digits_for_training};
use ndarray::{Array2, Axis, s};

/// The step size.
pub const ETA: f64 = 0.05;
/// The momentum.
pub const MU: f64 = 0.9;
/// Hidden neurons.
pub const HIDDEN: usize = 32;

/// The images with the constant 1 before them, from 0 to 1, and their labels one-hot.
pub fn digits() -> (Array2<f64>, Array2<f64>) {
    let Digits { pixels, labels } = digits_for_training();
    let mut x = Array2::ones((labels.len(), 65));
    x.slice_mut(s![.., 1..]).assign(&(pixels / 16.0));
    let unit: Array2<f64> = Array2::eye(10);
    (x, unit.select(Axis(0), &labels))
}

/// Weights that look random, of about the size that training begins with.
pub fn initial() -> [Array2<f64>; 2] {
    let wave = |rows: usize, columns: usize| {
        let number =
            |(i, j): (usize, usize)| ((i * columns + j) as f64 * 12.9898).sin() * (1.5 / columns as f64).sqrt();
        Array2::from_shape_fn((rows, columns), number)
    };
    [wave(HIDDEN, 65), wave(10, HIDDEN + 1)]
}
