//! What the chapter's programs for other libraries print, by the reference.

use crate::chapter::Reference;
use ch03::{
    apply, gradient_left, leaky_relu, relu_derivative, sigmoid, sigmoid_derivative, silu, softmax, softplus, tanh,
};
use ndarray::{Array2, array};

pub const LIBRARIES: &[Reference] = &[
    ("pytorch", || {
        let slopes = [-2.0, 0.0, 3.0].map(relu_derivative);
        [&slopes[..], &outputs(&[leaky, sigmoid, tanh, softplus, silu])].concat()
    }),
    ("candle", || outputs(&[leaky, sigmoid, tanh, silu])),
];

fn leaky(a: f64) -> f64 {
    leaky_relu(a, 0.01)
}

/// These functions and softmax, near and far from 0, and what ten sigmoids leave of a slope.
fn outputs(functions: &[fn(f64) -> f64]) -> Vec<f64> {
    let x = array![[-800.0, -1.0, 800.0]];
    let mut all: Vec<Array2<f64>> = functions.iter().map(|f| apply(*f, &x)).collect();
    all.push(softmax(&x));
    let left = gradient_left(sigmoid, sigmoid_derivative, 1.0, 10);
    all.iter().flatten().copied().chain([left]).collect()
}
