//! The error: how far off the predictions are, and which way is down.

use ndarray::{Array1, Array2};

/// What the model left unexplained: the observed answers minus the predicted ones.
///
/// ```text
/// eⱼ = yⱼ − ŷⱼ
/// ```
///
/// - `y`: the observed answers, shape `(n,)`
/// - `y_hat`: the predictions, shape `(n,)`, one for each answer
/// - returns shape `(n,)`; positive where the model predicted too little
///
/// `a - b` subtracts entry by entry where `a` and `b` are references already, as `y` and `y_hat` are here. An array of
/// your own gets an `&` first, which keeps it usable afterwards: `&a - y`. The answers come first here, as
/// in the formula.
///
/// Task 5: `cargo test -p ch01 t5`.
pub fn residuals(y: &Array1<f64>, y_hat: &Array1<f64>) -> Array1<f64> {
    assert_eq!(y_hat.len(), y.len(), "as many predictions as answers: y_hat has {}, y has {}", y_hat.len(), y.len());
    todo!("observed minus predicted, for y of shape {:?} and y_hat of shape {:?}", y.shape(), y_hat.shape())
}

/// The mean squared error of the predictions.
///
/// ```text
/// E = 1/n · Σⱼ (ŷⱼ − yⱼ)²
/// ```
///
/// - `y_hat`: the predictions, shape `(n,)`
/// - `y`: the observed answers, shape `(n,)`, one for each prediction
/// - returns a number in the unit of `y`, squared; 0 for a perfect fit
///
/// `a.mapv(|v| v * v)` squares each entry, `a.sum()` adds them up. `a.len()` counts them as a whole number: `a.len() as
/// f64` makes it an `f64`. The predictions come first here, and second in [`residuals`]: as in the formulas.
///
/// Task 6: `cargo test -p ch01 t6`.
pub fn mse(y_hat: &Array1<f64>, y: &Array1<f64>) -> f64 {
    assert_eq!(y_hat.len(), y.len(), "as many predictions as answers: y_hat has {}, y has {}", y_hat.len(), y.len());
    todo!("the mean of the squared errors, for y_hat of shape {:?} and y of shape {:?}", y_hat.shape(), y.shape())
}

/// The gradient of the mean squared error with respect to the weights: how fast `E` grows as each weight grows.
///
/// ```text
/// E(w) = 1/n · Σⱼ (ŷⱼ − yⱼ)²   with   ŷ = Xw
///
/// ∂E/∂wᵢ = 2/n · Σⱼ (ŷⱼ − yⱼ) xⱼᵢ          ∇E = 2/n · Xᵀ(Xw − y)
/// ```
///
/// - `x`: a batch, shape `(n, k)`
/// - `y`: the observed answers, shape `(n,)`, one for each row of `x`
/// - `w`: the weights at which the slope is asked for, shape `(k,)`, one for each column of `x`
/// - returns one slope for each weight, shape `(k,)`
///
/// `x.t()` is the transpose `Xᵀ`, shape `(k, n)`; `2.0 * &a` and `a / 3.0` scale each entry.
///
/// Task 7: `cargo test -p ch01 t7`.
pub fn mse_gradient(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> Array1<f64> {
    assert_eq!(x.nrows(), y.len(), "as many rows as answers: x is {:?}, y has {}", x.dim(), y.len());
    assert_eq!(x.ncols(), w.len(), "as many columns as weights: x is {:?}, w has {}", x.dim(), w.len());
    todo!("2/n Xᵀ(Xw − y) for X {:?}, y {:?}, w {:?}", x.dim(), y.shape(), w.shape())
}
