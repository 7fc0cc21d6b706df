//! What the chapter's program for PyTorch prints, by the reference.

use crate::chapter::Reference;
use ch08::{adam_step, adamw_step, decayed_step, momentum_step, rmsprop_step};
use ndarray::{Array1, array};

pub const LIBRARIES: &[Reference] = &[("pytorch", two_steps)];

/// Two steps of each optimiser from the weight 1, against a gradient of 4.
fn two_steps() -> Vec<f64> {
    let (start, zero, gradient) = (array![1.0], Array1::zeros(1), array![4.0]);
    let (w, velocity) = momentum_step(&start, &zero, &gradient, 0.1, 0.9);
    let (momentum, _) = momentum_step(&w, &velocity, &gradient, 0.1, 0.9);
    let (w, mean_square) = rmsprop_step(&start, &zero, &gradient, 0.1, 0.75);
    let (rmsprop, _) = rmsprop_step(&w, &mean_square, &gradient, 0.1, 0.75);
    let (w, m, v) = adam_step(&start, &zero, &zero, &gradient, 1, 0.1);
    let (adam, ..) = adam_step(&w, &m, &v, &gradient, 2, 0.1);
    let decayed = decayed_step(&decayed_step(&start, &gradient, 0.1, 0.5), &gradient, 0.1, 0.5);
    let (w, m, v) = adamw_step(&start, &zero, &zero, &gradient, 1, 0.1, 0.5);
    let (adamw, ..) = adamw_step(&w, &m, &v, &gradient, 2, 0.1, 0.5);
    [momentum, rmsprop, adam, decayed, adamw].map(|w| w[0]).to_vec()
}
