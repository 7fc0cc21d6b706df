//! The fit: the weights with the least error, and how much they explain.

use ndarray::{Array1, Array2};

/// The weights with the least mean squared error, in closed form.
///
/// Where `E` is least, its gradient `2/n · Xᵀ(Xw − y)` is zero. That gives the *normal equations*
///
/// ```text
/// XᵀX w = Xᵀy
/// ```
///
/// - `x`: a batch, shape `(n, k)`, whose columns are linearly independent
/// - `y`: the observed answers, shape `(n,)`, one for each row of `x`
/// - returns the weights, shape `(k,)`
///
/// `crate::given::solve(&a, &b)`, from `given.rs`, returns the `w` with `A w = b`: build `XᵀX`, shape `(k, k)`, and
/// `Xᵀy`, shape `(k,)`, and let it solve.
///
/// # Panics
/// If two columns of `x` say the same (`solve` sees to that).
///
/// Task 8: `cargo test -p ch01 t8`.
pub fn least_squares(x: &Array2<f64>, y: &Array1<f64>) -> Array1<f64> {
    assert_eq!(x.nrows(), y.len(), "as many rows as answers: x is {:?}, y has {}", x.dim(), y.len());
    todo!("the w that solves XᵀX w = Xᵀy, for X {:?} and y {:?}", x.dim(), y.shape())
}

/// The coefficient of determination R²: the share of the answers' variation that the predictions explain.
///
/// ```text
///             Σⱼ (yⱼ − ŷⱼ)²                        1
/// R² = 1  −  ───────────────      where      ȳ  =  ─ · Σⱼ yⱼ
///             Σⱼ (yⱼ − ȳ)²                         n
/// ```
///
/// - `y_hat`: the predictions, shape `(n,)`
/// - `y`: the observed answers, shape `(n,)`, one for each prediction and not all equal
/// - returns 1 for a perfect fit, 0 for a model no better than always answering `ȳ`, less than 0 for a worse one
///
/// `a.mean()` returns an `Option`, since the mean of nothing does not exist; `a.mean().unwrap()` takes the number out.
///
/// Task 9: `cargo test -p ch01 t9`.
pub fn r_squared(y_hat: &Array1<f64>, y: &Array1<f64>) -> f64 {
    assert_eq!(y_hat.len(), y.len(), "as many predictions as answers: y_hat has {}, y has {}", y_hat.len(), y.len());
    todo!("one minus unexplained over total, for y_hat of shape {:?} and y of shape {:?}", y_hat.shape(), y.shape())
}
