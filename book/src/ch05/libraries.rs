//! What the chapter's programs for other libraries print, by the reference.

use crate::chapter::Reference;
use ch05::least_squares_by_descent;
use ndarray::array;

pub const LIBRARIES: &[Reference] = &[("pytorch", descent), ("candle", descent)];

fn descent() -> Vec<f64> {
    let (x, y) = (array![[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]], array![1.0, 1.0, 4.0]);
    least_squares_by_descent(&x, &y, 0.2, 200).to_vec()
}
