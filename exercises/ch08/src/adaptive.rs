//! Adaptive step sizes: each weight has its own, from the size of its own gradients.

use crate::given::{BETA1, BETA2, EPSILON};
use ndarray::Array1;

/// One step of RMSProp.
///
/// ```text
/// s(t+1) = ρ s(t) + (1 − ρ) (∇E)²          w(t+1) = w(t) − η ∇E / (√s(t+1) + ε)
/// ```
///
/// all entry by entry. `s` is a running mean of the squared gradient, and its root says how large a derivative usually
/// is. Divided by it, a derivative says only how it compares with its own past, so every weight moves at about the same
/// pace. (Hinton, lecture 6e of “Neural Networks for Machine Learning”, 2012.)
///
/// - `w`: the weights before the step, shape `(k,)`
/// - `mean_square`: `s`, as the step before this one returned it, shape `(k,)`; zeros at the first step
/// - `gradient`: the gradient `∇E` at `w`, shape `(k,)`
/// - `eta`: the step size `η`
/// - `rho`: how much of the running mean is kept, `0 ≤ ρ < 1`
/// - returns `(w, mean_square)` after the step
///
/// `ε` is `EPSILON`, 10⁻⁸, added after the root.
///
/// Example: `w = [1]`, `s = [0]`, gradient `[4]`, `η = 0.1`, `ρ = 0.75`: `s` becomes `[0.25 · 16] = [4]`, and the
/// weight `[1 − 0.1 · 4/2] = [0.8]`.
///
/// # Panics
/// If the lengths differ.
///
/// Task 5: `cargo test -p ch08 t5`.
pub fn rmsprop_step(
    w: &Array1<f64>,
    mean_square: &Array1<f64>,
    gradient: &Array1<f64>,
    eta: f64,
    rho: f64,
) -> (Array1<f64>, Array1<f64>) {
    assert_eq!(w.len(), gradient.len(), "one derivative for each weight: {} and {}", w.len(), gradient.len());
    assert_eq!(w.len(), mean_square.len(), "one mean square for each weight: {} and {}", w.len(), mean_square.len());
    todo!("from {w}, mean square {mean_square}, {eta} against {gradient}, keeping {rho}, epsilon {EPSILON}")
}

/// One step of Adam.
///
/// ```text
/// m(t) = β₁ m(t−1) + (1 − β₁) ∇E              m̂ = m(t) / (1 − β₁ᵗ)
/// v(t) = β₂ v(t−1) + (1 − β₂) (∇E)²           v̂ = v(t) / (1 − β₂ᵗ)
///
/// w(t) = w(t−1) − η m̂ / (√v̂ + ε)
/// ```
///
/// all entry by entry. `m` and `v` are running means of the gradient and of its square. Both start at 0, and would be
/// too small for a long time; dividing by `1 − βᵗ` corrects that. The corrected `m̂` and `v̂` are used for this step
/// only: what is remembered is `m` and `v`. (Kingma and Ba, “Adam: a method for stochastic optimization”, 2015,
/// algorithm 1.)
///
/// - `w`: the weights before the step, shape `(k,)`
/// - `m`, `v`: the running means, as the step before this one returned them, shape `(k,)`; zeros at the first step
/// - `gradient`: the gradient `∇E` at `w`, shape `(k,)`
/// - `t`: which step this is; the first is 1
/// - `eta`: the step size `η`
/// - returns `(w, m, v)` after the step
///
/// `β₁`, `β₂` and `ε` are `BETA1`, `BETA2` and `EPSILON`: 0.9, 0.999 and 10⁻⁸.
///
/// Example: the first step, from `w = [1]` with gradient `[100]` and `η = 0.001`: `m̂ = 100` and `v̂ = 10000`, and the
/// weight becomes `1 − 0.001 · 100/100 = 0.999`. With a gradient of `[0.01]` it becomes the same.
///
/// `BETA1.powi(t as i32)` is `β₁ᵗ`.
///
/// # Panics
/// If the lengths differ, or if `t` is 0.
///
/// Task 5: `cargo test -p ch08 t5`.
pub fn adam_step(
    w: &Array1<f64>,
    m: &Array1<f64>,
    v: &Array1<f64>,
    gradient: &Array1<f64>,
    t: usize,
    eta: f64,
) -> (Array1<f64>, Array1<f64>, Array1<f64>) {
    assert!(t > 0, "the first step has the number 1");
    assert_eq!(w.len(), gradient.len(), "one derivative for each weight: {} and {}", w.len(), gradient.len());
    assert!(w.len() == m.len() && w.len() == v.len(), "w, m, v: lengths {}, {}, {}", w.len(), m.len(), v.len());
    todo!("step {t} from {w}, m {m}, v {v}, {eta} against {gradient}; {BETA1}, {BETA2}, {EPSILON}")
}
