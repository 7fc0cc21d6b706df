//! The S-shaped activations: the sigmoid, and the hyperbolic tangent that is made from it.

/// The sigmoid, the activation of logistic regression: any number becomes one between 0 and 1.
///
/// ```text
///            1             eᵃ
/// σ(a) = ─────────   =   ──────
///         1 + e⁻ᵃ        1 + eᵃ
/// ```
///
/// - `a`: a pre-activation, of any size
/// - returns a number from 0 to 1; twelve digits of it are right, also where it is tiny or nearly 1
///
/// Examples: `sigmoid(0.0)` is `0.5`; `sigmoid(-1000.0)` is `0.0`; `sigmoid(-700.0)` is about `9.86e-305`, which is not
/// 0.
///
/// `a.exp()` is eᵃ. Above `a ≈ 709.78` it is too large for an `f64` and becomes infinite: 1/∞ is 0 then, but ∞/∞ is
/// NaN. The two fractions are equal on paper; take care which one you compute, and where. In `-a.exp()` the method
/// comes before the minus, so that it is −(eᵃ); e⁻ᵃ is `(-a).exp()`.
///
/// Task 4: `cargo test -p ch03 t4`.
pub fn sigmoid(a: f64) -> f64 {
    todo!("1 / (1 + exp(-a)) for a = {a}")
}

/// The derivative of the sigmoid.
///
/// ```text
/// σ'(a) = σ(a) · (1 − σ(a))
/// ```
///
/// - `a`: a pre-activation, not the activation: the formula needs `σ(a)`, which is still to be computed
/// - returns a number from 0 to 1/4, right to twelve decimals; it is largest at `a = 0`, and rounds to 0 only for
///   `|a| > 29`
///
/// Task 4: `cargo test -p ch03 t4`.
pub fn sigmoid_derivative(a: f64) -> f64 {
    todo!("σ(a)(1 − σ(a)) for a = {a}")
}

/// The hyperbolic tangent: a sigmoid that is stretched to reach from −1 to 1.
///
/// ```text
///            eᵃ − e⁻ᵃ
/// tanh(a) = ──────────  =  2σ(2a) − 1
///            eᵃ + e⁻ᵃ
/// ```
///
/// - `a`: a pre-activation, of any size
/// - returns a number from −1 to 1, right to twelve decimals; it has the sign of `a`
///
/// Build it from [`sigmoid`], to see that the two are one function. (Rust has `a.tanh()`, which is the one to use
/// elsewhere.) The fraction is ∞/∞ for large `a`.
///
/// Task 5: `cargo test -p ch03 t5`.
pub fn tanh(a: f64) -> f64 {
    todo!("2σ(2a) − 1 for a = {a}")
}

/// The derivative of the hyperbolic tangent.
///
/// ```text
/// tanh'(a) = 1 − tanh²(a)
/// ```
///
/// - `a`: a pre-activation, not the activation
/// - returns a number from 0 to 1, right to twelve decimals; it is largest at `a = 0`: four times the largest slope of
///   the sigmoid
///
/// Task 5: `cargo test -p ch03 t5`.
pub fn tanh_derivative(a: f64) -> f64 {
    todo!("1 − tanh²(a) for a = {a}")
}
