//! Weight decay: a weight shrinks unless the gradient keeps it up.

use crate::adam_step;
use ndarray::Array1;

/// One step of gradient descent with weight decay.
///
/// ```text
/// w(t+1) = (1 − ηλ) w(t) − η ∇E
/// ```
///
/// Each weight shrinks by the same share of itself and follows its gradient, both from the same `w(t)`. It is gradient
/// descent on `E + (λ/2) |w|²`, chapter 1's ridge regression, since `λw` is the gradient of the second term.
///
/// - `w`: the weights before the step, shape `(k,)`
/// - `gradient`: the gradient of the error alone, `∇E`, shape `(k,)`
/// - `eta`: the step size `η`
/// - `lambda`: the decay `λ`, at least 0
/// - returns the weights after the step, shape `(k,)`
///
/// Example: `w = [2]`, gradient `[3]`, `η = 0.1` and `λ = 0.5` give `0.95 · 2 − 0.1 · 3 = 1.6`.
///
/// # Panics
/// If the lengths differ.
///
/// Task 7: `cargo test -p ch08 t7`.
pub fn decayed_step(w: &Array1<f64>, gradient: &Array1<f64>, eta: f64, lambda: f64) -> Array1<f64> {
    assert_eq!(w.len(), gradient.len(), "one derivative for each weight: {} and {}", w.len(), gradient.len());
    (1.0 - eta * lambda) * w - eta * gradient
}

/// One step of AdamW: Adam, with the decay outside it.
///
/// ```text
/// w(t) = Adam's step from w(t−1)  −  η λ w(t−1)
/// ```
///
/// If `λw` were added to the gradient, Adam would divide it by the size of the gradients, as it divides everything: a
/// weight with large gradients would hardly decay. So here the gradient that Adam sees is the error's alone, and the
/// decay is a step of its own. (Loshchilov and Hutter, “Decoupled weight decay regularization”, 2019.)
///
/// - `w`, `m`, `v`, `gradient`, `t`, `eta`: as for `adam_step`
/// - `lambda`: the decay `λ`, at least 0
/// - returns `(w, m, v)` after the step
///
/// Example: with gradient 0 and `m = v = 0`, Adam does not move the weight 1; with `η = 0.01` and `λ = 0.1` it becomes
/// `1 − 0.01 · 0.1 · 1 = 0.999`.
///
/// `crate::adam_step`, of task 5, may be called.
///
/// # Panics
/// If the lengths differ, or if `t` is 0.
///
/// Task 7: `cargo test -p ch08 t7`.
pub fn adamw_step(
    w: &Array1<f64>,
    m: &Array1<f64>,
    v: &Array1<f64>,
    gradient: &Array1<f64>,
    t: usize,
    eta: f64,
    lambda: f64,
) -> (Array1<f64>, Array1<f64>, Array1<f64>) {
    let (after_adam, m, v) = adam_step(w, m, v, gradient, t, eta);
    (after_adam - eta * lambda * w, m, v)
}
