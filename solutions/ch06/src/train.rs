//! The training loop: forward, backward, a step down, over and over.

use crate::given::Network;
use ndarray::Array2;

/// One step of gradient descent with the whole batch.
///
/// ```text
/// W₁ ← W₁ − η ∂E/∂W₁          W₂ ← W₂ − η ∂E/∂W₂
/// ```
///
/// Both gradients are taken at the old weights: compute them first, then change the weights.
///
/// - `network`: its weights are changed in place; `&mut` says that the function may do so
/// - `x`: the batch, shape `(n, k)`
/// - `y`: the answers, shape `(n, m)`, one row for each row of `x`
/// - `eta`: the step size η
/// - returns the mean error *before* the step, which the forward pass has the predictions for
///
/// Example: with `η = 0.1`, a weight of 1 whose slope is 2 becomes `1 − 0.1 · 2 = 0.8`.
///
/// [`crate::forward`], [`crate::backward`] and [`crate::mean_error`] are the parts. `network.w1.scaled_add(c, &g)` adds
/// `c · g` to the weights, in place.
///
/// Task 9: `cargo test -p ch06 t9`.
pub fn train_step(network: &mut Network, x: &Array2<f64>, y: &Array2<f64>, eta: f64) -> f64 {
    let cache = crate::forward(network, x);
    let gradients = crate::backward(network, &cache, x, y);
    network.w1.scaled_add(-eta, &gradients.w1);
    network.w2.scaled_add(-eta, &gradients.w2);
    crate::mean_error(network.objective, &cache.y_hat, y)
}

/// Trains the network: as many steps as there are epochs, each with the whole batch.
///
/// - `network`: its weights are changed in place
/// - `x`: the batch, shape `(n, k)`
/// - `y`: the answers, shape `(n, m)`, one row for each row of `x`
/// - `eta`: the step size η
/// - `epochs`: how often the network sees the batch
/// - returns the loss curve, `epochs + 1` numbers: entry `t` is the mean error after `t` epochs, so the first one
///   belongs to the untrained network and the last one to the trained one
///
/// Example: three epochs give four numbers, no epochs give one. All of them are run, even if the error rises or is
/// tiny, and the weights are those after the last one.
///
/// `train_step` returns the error before its step: the one after the last step takes one more forward pass. `let mut
/// losses = vec![];` makes an empty list, `losses.push(v);` adds to its end.
///
/// Task 9: `cargo test -p ch06 t9`.
pub fn train(network: &mut Network, x: &Array2<f64>, y: &Array2<f64>, eta: f64, epochs: usize) -> Vec<f64> {
    let mut losses: Vec<f64> = (0..epochs).map(|_| train_step(network, x, y, eta)).collect();
    losses.push(crate::mean_error(network.objective, &crate::forward(network, x).y_hat, y));
    losses
}
