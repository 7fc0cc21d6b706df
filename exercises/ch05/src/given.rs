//! Given: what this chapter uses and does not teach. There is nothing to do in this file.

use ndarray::Array2;

/// The sigmoid of chapter 3, `σ(a) = 1 / (1 + exp(−a))`: a number between 0 and 1, and 1/2 at `a = 0`.
pub fn sigmoid(a: f64) -> f64 {
    1.0 / (1.0 + (-a).exp())
}

/// The largest eigenvalue of a symmetric matrix without negative ones: how strongly the quadratic `½ wᵀAw` curves in
/// the direction in which it curves most.
///
/// - `a`: a symmetric matrix, shape `(k, k)`, not all zeros
///
/// Squared again and again, the matrix forgets every direction but that one.
///
/// # Panics
/// If the matrix is not square.
pub fn largest_eigenvalue(a: &Array2<f64>) -> f64 {
    assert!(a.is_square(), "only a square matrix has eigenvalues: this one is {:?}", a.dim());
    let mut power = a.clone();
    for _ in 0..50 {
        power = power.dot(&power);
        power /= power.diag().sum();
    }
    a.dot(&power).diag().sum()
}
