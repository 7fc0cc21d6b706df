//! The two steps of a neuron: the pre-activation, and the activation function that is applied to it.

use ndarray::Array1;

/// The first step of a neuron: the pre-activation, the weighted sum of the features.
///
/// ```text
/// a = w₁x₁ + w₂x₂ + … + w_k x_k = Σᵢ wᵢ xᵢ
/// ```
///
/// - `w`: the weights, shape `(k,)`
/// - `x`: the features of one sample, shape `(k,)`
/// - returns a number of any size and sign: the activation function is the second step, and not applied here
///
/// Example: `w = [−6, 2, 1]` and `x = [1, 2, 5]` give `−6·1 + 2·2 + 1·5 = 3`.
///
/// It is chapter 1's prediction under a new name: a loop over `0..w.len()` does it, or `w.dot(x)`. Formulas count from
/// 1 and Rust counts from 0, so the `w₁` of this sum is `w[0]`.
///
/// # Panics
/// If `w` and `x` differ in length.
///
/// Task 1: `cargo test -p ch02 t1`.
pub fn pre_activation(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    assert_eq!(w.len(), x.len(), "as many weights as features: w has {}, x has {}", w.len(), x.len());
    w.dot(x)
}

/// The activation function of the perceptron: which side of 0 the pre-activation lies on.
///
/// ```text
///         ⎧  1   if a > 0
/// f(a) =  ⎨  0   if a = 0
///         ⎩ −1   if a < 0
/// ```
///
/// - `a`: the pre-activation
/// - returns 1, 0 or −1; 0 says that the neuron is undecided, and only `a = 0` makes it so, however small `a` is
///
/// Example: `sign(0.3)` is `1`, `sign(0.0)` is `0`.
///
/// `if … { 1.0 } else if … { -1.0 } else { 0.0 }` has a value in Rust, which can be the function's result. The method
/// `f64::signum` is another function: it copies the sign bit, so that `0.0_f64.signum()` is `1`.
///
/// Task 2: `cargo test -p ch02 t2`.
pub fn sign(a: f64) -> f64 {
    if a > 0.0 {
        1.0
    } else if a < 0.0 {
        -1.0
    } else {
        0.0
    }
}

/// The logistic sigmoid: a pre-activation made into a number between 0 and 1, which can be read as a probability.
///
/// ```text
///              1
/// σ(a) = ─────────────
///         1 + exp(−a)
/// ```
///
/// - `a`: the pre-activation
/// - returns a number between 0 and 1: 1/2 at `a = 0`, near 1 for a large `a`, near 0 for a very negative one; right to
///   14 digits after the point, so the curve is not cut off where it is nearly flat
///
/// Example: at `a = ln 3`, `exp(−a) = 1/3`, and so `σ(a) = 1/(1 + 1/3) = 3/4`.
///
/// `v.exp()` is the exponential of `v`. A method binds more tightly than a minus sign: `-a.exp()` is `−(exp(a))`, and
/// `(-a).exp()` is `exp(−a)`.
///
/// Task 3: `cargo test -p ch02 t3`.
pub fn sigmoid(a: f64) -> f64 {
    1.0 / (1.0 + (-a).exp())
}
