//! What the chapter's programs for other libraries print, by the reference.

use crate::chapter::Reference;
use ch02::{neuron, sigmoid, sign};
use ndarray::{Axis, array};

pub const LIBRARIES: &[Reference] = &[("pytorch", || [gate(), LAYER.to_vec()].concat()), ("candle", gate)];

/// The shape of what a layer of two neurons says of four samples.
const LAYER: [f64; 2] = [4.0, 2.0];

/// The gate “x₁ and not x₂”, with the sign and with the sigmoid.
fn gate() -> Vec<f64> {
    let x = array![[1.0, -1.0, -1.0], [1.0, -1.0, 1.0], [1.0, 1.0, -1.0], [1.0, 1.0, 1.0]];
    let w = array![-1.0, 1.0, -1.0];
    let outputs = |f| x.map_axis(Axis(1), |row| neuron(&w, &row.to_owned(), f)).to_vec();
    [outputs(sign), outputs(sigmoid)].concat()
}
