//! Momentum: a step that remembers the steps before it.

use ndarray::Array1;

/// One step of gradient descent with momentum.
///
/// ```text
/// v(t+1) = μ v(t) + ∇E          w(t+1) = w(t) − η v(t+1)
/// ```
///
/// The velocity adds up the gradients, and forgets the older ones: each counts `μ` times as much as the next. Where the
/// gradient keeps its direction, the steps grow up to `η/(1 − μ)` times it; where it changes its sign from step to
/// step, the velocity averages it away. `μ = 0` is plain gradient descent. (Polyak, 1964; this is PyTorch's form.)
///
/// - `w`: the weights before the step, shape `(k,)`
/// - `velocity`: what the step before this one returned, shape `(k,)`; zeros at the first step
/// - `gradient`: the gradient `∇E` at `w`, shape `(k,)`
/// - `eta`: the step size `η`
/// - `mu`: how much of the velocity is kept, `0 ≤ μ < 1`
/// - returns `(w, velocity)` after the step, each of shape `(k,)`
///
/// Example: `w = [1]`, velocity `[2]`, gradient `[4]`, `η = 0.1` and `μ = 0.5` give the velocity `[0.5 · 2 + 4] = [5]`
/// and the weight `[1 − 0.1 · 5] = [0.5]`.
///
/// # Panics
/// If the lengths differ.
///
/// Task 4: `cargo test -p ch08 t4`.
pub fn momentum_step(
    w: &Array1<f64>,
    velocity: &Array1<f64>,
    gradient: &Array1<f64>,
    eta: f64,
    mu: f64,
) -> (Array1<f64>, Array1<f64>) {
    assert_eq!(w.len(), gradient.len(), "one derivative for each weight: {} and {}", w.len(), gradient.len());
    assert_eq!(w.len(), velocity.len(), "one velocity for each weight: {} and {}", w.len(), velocity.len());
    todo!("from {w} with velocity {velocity}, a step of {eta} against {gradient}, keeping {mu}")
}
