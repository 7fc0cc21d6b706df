//! What the chapter's programs for other libraries print, by the reference.

use super::examples::two_samples;
use crate::chapter::Reference;
use ch06::{backward, forward, mean_error, train_step};
use ndarray::Array2;

pub const LIBRARIES: &[Reference] = &[("pytorch", on_paper), ("candle", on_paper)];

/// Error and slopes of the case on paper, and the weights of the output after one step.
fn on_paper() -> Vec<f64> {
    let (mut network, x, y) = two_samples();
    let cache = forward(&network, &x);
    let error = mean_error(network.objective, &cache.y_hat, &y);
    let slopes = backward(&network, &cache, &x, &y);
    train_step(&mut network, &x, &y, 0.1);
    let entries = |w: &Array2<f64>| w.iter().copied().collect::<Vec<f64>>();
    [vec![error], entries(&slopes.w1), entries(&slopes.w2), entries(&network.w2)].concat()
}
