//! What the chapter's programs for other libraries print, by the reference.

use super::examples::three_samples;
use crate::chapter::Reference;
use ch01::{least_squares, mse_gradient, with_bias};
use ndarray::array;

pub const LIBRARIES: &[Reference] = &[("pytorch", || [line(), gradient()].concat()), ("candle", gradient)];

fn line() -> Vec<f64> {
    let (x, y) = three_samples();
    least_squares(&with_bias(&x), &y).to_vec()
}

fn gradient() -> Vec<f64> {
    let (x, y) = three_samples();
    mse_gradient(&with_bias(&x), &y, &array![0.0, 1.0]).to_vec()
}
