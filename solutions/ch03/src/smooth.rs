//! Rectifiers without a kink: softplus and SiLU.

/// Softplus: ReLU with its corner rounded off.
///
/// ```text
/// softplus(a) = ln(1 + eᵃ) = a + ln(1 + e⁻ᵃ)
/// ```
///
/// - `a`: a pre-activation, of any size
/// - returns a number that is larger than `ReLU(a)`, or equal to it where the difference is too small for an `f64`;
///   twelve digits of it are right, also where it is tiny
///
/// Examples: `softplus(0.0)` is ln 2 ≈ `0.693`; `softplus(1000.0)` is `1000.0`; `softplus(-700.0)` is about
/// `9.86e-305`.
///
/// `x.ln()` is the natural logarithm. Two things go wrong in a direct translation: eᵃ is infinite above `a ≈ 709.78`,
/// and where eᵃ is tiny, `1.0 + a.exp()` is rounded to 1, and its logarithm is 0. Against the second there is
/// `x.ln_1p()`, which is ln(1 + x), without first adding the 1. Against the first, one of the two forms above is right
/// for each sign of `a`.
///
/// Task 6: `cargo test -p ch03 t6`.
pub fn softplus(a: f64) -> f64 {
    a.max(0.0) + (-a.abs()).exp().ln_1p()
}

/// The derivative of softplus: the sigmoid.
///
/// ```text
///                   eᵃ
/// softplus'(a) = ────────  =  σ(a)
///                 1 + eᵃ
/// ```
///
/// - `a`: a pre-activation, of any size
/// - returns a number from 0 to 1, right to twelve decimals: the step of ReLU's derivative, made gradual
///
/// `crate::sigmoid(a)` calls the function of task 4 from this file.
///
/// Task 6: `cargo test -p ch03 t6`.
pub fn softplus_derivative(a: f64) -> f64 {
    crate::sigmoid(a)
}

/// The sigmoid linear unit, SiLU, also called swish: `a`, let through by a gate that is open as far as `σ(a)` says.
///
/// ```text
///                       a
/// SiLU(a) = a·σ(a) = ─────────
///                     1 + e⁻ᵃ
/// ```
///
/// - `a`: a pre-activation, of any size
/// - returns about `a` for large `a`, about 0 for very negative `a`, and between them as little as −0.278; twelve
///   decimals are right, and twelve digits of large numbers
///
/// Example: `silu(0.0)` is `0.0`; `silu(-1.0)` is about `-0.269`. GELU, which many language models use, has nearly the
/// same shape.
///
/// `crate::sigmoid(a)` calls the function of task 4 from this file.
///
/// Task 7: `cargo test -p ch03 t7`.
pub fn silu(a: f64) -> f64 {
    a * crate::sigmoid(a)
}

/// The derivative of SiLU, by the product rule.
///
/// ```text
/// SiLU'(a) = σ(a) + a·σ'(a) = σ(a) + a·σ(a)·(1 − σ(a))
/// ```
///
/// - `a`: a pre-activation, of any size
/// - returns a number from −0.1 to 1.1, right to twelve decimals, also for `a` such as 1e17: negative where SiLU falls,
///   left of `a ≈ −1.278`
///
/// Task 7: `cargo test -p ch03 t7`.
pub fn silu_derivative(a: f64) -> f64 {
    let s = crate::sigmoid(a);
    s + a * s * (1.0 - s)
}
