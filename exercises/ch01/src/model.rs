//! The model: a weighted sum of the features.

use ndarray::{Array1, Array2};

/// The prediction of a linear model for one sample, in the sum form of the lecture.
///
/// ```text
/// ŷ = w₁x₁ + w₂x₂ + … + w_k x_k = Σᵢ wᵢ xᵢ
/// ```
///
/// - `w`: the weights, shape `(k,)`
/// - `x`: the features of one sample, shape `(k,)`
///
/// Example: `w = [2, 3]` and `x = [10, 1]` give `2·10 + 3·1 = 23`.
///
/// `w[i]` is the weight at index `i`, and `w.len()` is `k`. Formulas count from 1 and Rust counts from 0, so `w₁` is
/// `w[0]`: a `for` loop over `0..w.len()` is all it takes.
///
/// # Panics
/// If `w` and `x` differ in length.
///
/// Task 1: `cargo test -p ch01 t1`.
pub fn weighted_sum(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    assert_eq!(w.len(), x.len(), "as many weights as features: w has {}, x has {}", w.len(), x.len());
    todo!("the sum of all w[i] * x[i]; number of features: {}", x.len())
}

/// The same prediction in matrix form: the dot product of the weights and the features.
///
/// ```text
/// ŷ = wᵀx
/// ```
///
/// - `w`: the weights, shape `(k,)`
/// - `x`: the features of one sample, shape `(k,)`
///
/// `a.dot(&b)` is ndarray's product; for two vectors it is the sum that [`weighted_sum`] writes out. `x` is a reference
/// already, and needs no further `&`.
///
/// # Panics
/// If `w` and `x` differ in length.
///
/// Task 2: `cargo test -p ch01 t2`.
pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    assert_eq!(w.len(), x.len(), "as many weights as features: w has {}, x has {}", w.len(), x.len());
    todo!("the dot product of w, shape {:?}, and x, shape {:?}", w.shape(), x.shape())
}

/// A batch with the constant feature 1 put before the others, so that the first weight becomes the bias.
///
/// ```text
/// [ x₁₁ x₁₂ ]      [ 1 x₁₁ x₁₂ ]
/// [ x₂₁ x₂₂ ]  →   [ 1 x₂₁ x₂₂ ]
/// ```
///
/// - `x`: a batch, shape `(n, k)`
/// - returns shape `(n, k + 1)`; column 0 holds the ones, and column `i + 1` what column `i` of `x` holds
///
/// The lecture writes no bias: with this column, `ŷ = Xw` has one anyway. A column of `x` that happens to hold only
/// ones is a feature like any other.
///
/// `Array2::ones((n, m))` makes an array of ones. `a[[row, column]] = v` writes one entry of it;
/// `a.column_mut(j).assign(&other.column(i))` writes a whole column.
///
/// Task 3: `cargo test -p ch01 t3`.
pub fn with_bias(x: &Array2<f64>) -> Array2<f64> {
    todo!("a batch of shape {:?} with a column of ones before it", x.dim())
}

/// The predictions for a whole batch at once.
///
/// ```text
/// ŷ = Xw
/// ```
///
/// - `x`: a batch, one sample in each row, shape `(n, k)`
/// - `w`: the weights, shape `(k,)`
/// - returns one prediction for each sample, shape `(n,)`
///
/// `dot` multiplies a matrix by a vector too: `(n, k)` times `(k,)` gives `(n,)`. The inner sizes must agree.
///
/// # Panics
/// If `x` does not have as many columns as `w` has entries.
///
/// Task 4: `cargo test -p ch01 t4`.
pub fn predict_batch(x: &Array2<f64>, w: &Array1<f64>) -> Array1<f64> {
    assert_eq!(x.ncols(), w.len(), "as many columns as weights: x is {:?}, w has {}", x.dim(), w.len());
    todo!("one prediction for each row: X of shape {:?} times w of shape {:?}", x.dim(), w.shape())
}
