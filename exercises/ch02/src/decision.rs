//! What one neuron can decide: logic gates, and the straight line on which it is undecided.

use ndarray::Array1;

/// Weights with which a neuron computes AND: true if both inputs are true.
///
/// In this chapter *true* is 1 and *false* is −1, for inputs and for answers, so that one gate can feed the next. The
/// neuron is `ŷ = sign(w₀ + w₁x₁ + w₂x₂)`. In this file the weights are counted from 0, as in Rust: `w₀` is `w[0]`, the
/// bias.
///
/// ```text
/// x₁   x₂    AND          so that
/// −1   −1    −1           w₀ − w₁ − w₂ < 0     both inputs are false
/// −1    1    −1           w₀ − w₁ + w₂ < 0     one is true
///  1   −1    −1           w₀ + w₁ − w₂ < 0     one is true
///  1    1     1           w₀ + w₁ + w₂ > 0     both are true
/// ```
///
/// - returns `[w₀, w₁, w₂]`, the bias first, shape `(3,)`; any weights that fit the table are right
///
/// Nothing is trained here: choose the numbers with a pencil. `ndarray::array![0.5, 2.0, -1.0]` makes an `Array1` of
/// three numbers.
///
/// Task 6: `cargo test -p ch02 t6`.
pub fn and_weights() -> Array1<f64> {
    todo!("bias and two weights, so that the neuron is 1 where both inputs are 1, and -1 elsewhere")
}

/// Weights with which a neuron computes OR: true if at least one input is true.
///
/// ```text
/// x₁   x₂    OR
/// −1   −1    −1
/// −1    1     1
///  1   −1     1
///  1    1     1
/// ```
///
/// - returns `[w₀, w₁, w₂]`, the bias first, shape `(3,)`; any weights that fit the table are right
///
/// Write the four conditions on `w₀`, `w₁`, `w₂` as for [`and_weights`], and look for numbers that meet them.
///
/// Task 6: `cargo test -p ch02 t6`.
pub fn or_weights() -> Array1<f64> {
    todo!("bias and two weights, so that the neuron is -1 where both inputs are -1, and 1 elsewhere")
}

/// Weights with which a neuron of one input computes NOT: true if the input is false.
///
/// ```text
/// x₁    NOT
/// −1     1
///  1    −1
/// ```
///
/// - returns `[w₀, w₁]`, the bias first, shape `(2,)`; any weights that fit the table are right
///
/// Task 6: `cargo test -p ch02 t6`.
pub fn not_weights() -> Array1<f64> {
    todo!("bias and one weight, so that the neuron is 1 where the input is -1, and the other way round")
}

/// The decision boundary of a neuron with two features: the `x₂` at which it is undecided, for a given `x₁`.
///
/// ```text
/// w₀ + w₁x₁ + w₂x₂ = 0
/// ```
///
/// On the one side of this straight line the pre-activation is positive, on the other negative.
///
/// - `w`: the weights `[w₀, w₁, w₂]`, the bias first, shape `(3,)`
/// - `x1`: the value of the first feature
/// - returns the value of the second feature on the boundary
///
/// Example: `w = [−6, 1, 2]` and `x₁ = 2` leave `−6 + 2 + 2x₂ = 0`, and so `x₂ = 2`.
///
/// `w[0]`, `w[1]` and `w[2]` are the three numbers.
///
/// # Panics
/// If `w` does not have three entries, or if `w₂` is 0: the line is then vertical. A `w₂` near 0 is as good as any
/// other.
///
/// Task 7: `cargo test -p ch02 t7`.
pub fn boundary(w: &Array1<f64>, x1: f64) -> f64 {
    assert_eq!(w.len(), 3, "a boundary in the plane has a bias and two weights: w has {} entries", w.len());
    assert_ne!(w[2], 0.0, "w₂ is 0, so the boundary is vertical and has no single x₂");
    todo!("the x2 at which the pre-activation with the weights {w} is 0, for x1 = {x1}")
}
