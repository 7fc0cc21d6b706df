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
/// `w[i]` is the weight at index `i`, `w.len()` is `k`, and indices run from `0`: a `for` loop over `0..w.len()` is all
/// it takes.
///
/// # Panics
/// If `w` and `x` differ in length.
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
/// If `w` and `x` differ in length (`dot` sees to that).
pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
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
/// - returns shape `(n, k + 1)`; column 0 holds the ones
///
/// The lecture writes no bias: with this column, `ŷ = Xw` has one anyway.
///
/// `Array2::ones((n, m))` makes an array of ones. `a[[row, column]] = v` writes one entry of it;
/// `a.column_mut(j).assign(&other.column(i))` writes a whole column.
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
/// If `x` has not as many columns as `w` has entries (`dot` sees to that).
pub fn predict_batch(x: &Array2<f64>, w: &Array1<f64>) -> Array1<f64> {
    todo!("one prediction for each row: X of shape {:?} times w of shape {:?}", x.dim(), w.shape())
}
