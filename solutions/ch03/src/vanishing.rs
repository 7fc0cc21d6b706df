//! The vanishing gradient: what is left of it behind many layers, and the flat regions that take the rest.

use ndarray::Array2;

/// What is left of a gradient after it has passed `layers` activations, one behind the other.
///
/// Each layer here is one neuron with weight 1, so that the activation of one is the pre-activation of the next:
///
/// ```text
/// a₁ = a,   a₂ = f(a₁),   a₃ = f(a₂),   …        h = f(a_L)       L = layers
///
/// dh/da  =  f'(a₁) · f'(a₂) · … · f'(a_L)
/// ```
///
/// - `f`: the activation function
/// - `derivative`: its derivative, at a pre-activation
/// - `a`: the pre-activation of the first layer
/// - `layers`: how many layers there are, `L`; without layers, nothing is lost and the result is 1
/// - returns the factor by which a gradient is multiplied on its way from `h` back to `a`, however small or large; it
///   is negative where an odd number of the slopes are
///
/// Example: with `f(a) = a²` and `f'(a) = 2a`, at `a = 3` through 2 layers: `a₂` is 9, and the result `6 · 18 = 108`.
///
/// `for _ in 0..layers { … }` repeats. To change the argument, copy it first: `let mut a = a;`.
///
/// Task 9: `cargo test -p ch03 t9`.
pub fn gradient_left(f: fn(f64) -> f64, derivative: fn(f64) -> f64, a: f64, layers: usize) -> f64 {
    let mut a = a;
    let mut left = 1.0;
    for _ in 0..layers {
        left *= derivative(a);
        a = f(a);
    }
    left
}

/// The share of a layer's activations that are saturated: those at which the slope is smaller than a limit, so that
/// hardly any gradient passes.
///
/// ```text
///          how many aⱼᵢ have |f'(aⱼᵢ)| < limit
/// share = ─────────────────────────────────────
///                   how many aⱼᵢ there are
/// ```
///
/// - `derivative`: the derivative of the activation function
/// - `a`: the pre-activations of a layer for a batch, shape `(n, d)`, not empty
/// - `limit`: the slope from which on a gradient is said to pass, such as 0.01
/// - returns a number from 0 (each passes a gradient) to 1 (none does)
///
/// `a.iter()` visits each entry, `.filter(|&&v| …)` keeps those for which a condition holds, `.count()` counts them as
/// a whole number; `a.len()` is how many entries there are. `count as f64` makes an `f64` of a whole number, and
/// `x.abs()` is |x|.
///
/// Task 9: `cargo test -p ch03 t9`.
pub fn saturated_share(derivative: fn(f64) -> f64, a: &Array2<f64>, limit: f64) -> f64 {
    let saturated = a.iter().filter(|&&v| derivative(v).abs() < limit).count();
    saturated as f64 / a.len() as f64
}
