//! What the chapter's programs for other libraries print, by the reference.

use super::examples::{identity, relu, small_network, two_samples};
use crate::chapter::Reference;
use ch04::{network_batch, parameter_count};

pub const LIBRARIES: &[Reference] = &[("pytorch", || [predictions(), parameters()].concat()), ("candle", predictions)];

fn predictions() -> Vec<f64> {
    let (w1, w2) = small_network();
    network_batch(&two_samples(), &w1, &w2, relu, identity).iter().copied().collect()
}

/// Those of a hidden layer of 32 neurons, without an output. `parameter_count` wants the constant feature too.
fn parameters() -> Vec<f64> {
    vec![parameter_count(64 + 1, 32, 0) as f64]
}
