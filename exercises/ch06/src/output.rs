//! The output of the network: the error of a batch, and the first step of its way back.

use crate::given::Objective;
use ndarray::Array2;

/// The mean error of a batch: `E(ŷ, y)` summed over the outputs and averaged over the samples.
///
/// ```text
/// E = 1/n · Σⱼ Σₗ E(ŷⱼₗ, yⱼₗ)
/// ```
///
/// - `objective`: `Objective::Regression` takes the squared error, `Objective::Classification` the cross-entropy
/// - `y_hat`: the predictions, shape `(n, m)`
/// - `y`: the answers, shape `(n, m)`, one for each prediction
/// - returns one number; the sum is divided by `n`, the number of rows, and not by `n · m`
///
/// Example: regression with `Ŷ = [[3], [1]]` and `Y = [[1], [1]]` gives `(4 + 0) / 2 = 2`.
///
/// The objective decides: `match objective { Objective::Regression => …, Objective::Classification => … }`. The
/// functions of tasks 1 and 2 are `crate::squared_error` and `crate::cross_entropy`. `a[[j, l]]` is one entry,
/// `a.nrows()` and `a.ncols()` count rows and columns, and `a.nrows() as f64` makes the count an `f64`.
///
/// Task 5: `cargo test -p ch06 t5`.
pub fn mean_error(objective: Objective, y_hat: &Array2<f64>, y: &Array2<f64>) -> f64 {
    assert_eq!(y_hat.dim(), y.dim(), "one answer for each prediction: y_hat is {:?}, y {:?}", y_hat.dim(), y.dim());
    todo!("the mean error for {objective:?} of predictions {:?} and answers {:?}", y_hat.dim(), y.dim())
}

/// How fast the mean error grows as each pre-activation of the output layer grows: `delta2 = ∂E/∂A₂`.
///
/// The chain rule multiplies two derivatives, `dE/dŷ · dŷ/da`, and the mean divides by the number of samples `n`. It is
/// done here, once, and everything that follows is an average already:
///
/// ```text
/// regression          dE/dŷ = 2 (ŷ − y)                  dŷ/da = 1             ∂E/∂a = 2 (ŷ − y) / n
/// classification      dE/dŷ = (ŷ − y) / (ŷ (1 − ŷ))      dŷ/da = ŷ (1 − ŷ)     ∂E/∂a =   (ŷ − y) / n
/// ```
///
/// In classification the two factors `ŷ (1 − ŷ)` cancel. That is why sigmoid and cross-entropy belong together, and no
/// division by a tiny number is left.
///
/// - `objective`: what the network is trained for
/// - `y_hat`: the predictions, shape `(n, m)`
/// - `y`: the answers, shape `(n, m)`
/// - returns one slope for each sample and output, shape `(n, m)`
///
/// Example: regression with `Ŷ = [[3], [1]]` and `Y = [[1], [1]]` gives `[[2], [0]]`.
///
/// `y_hat - y` subtracts entry by entry; `2.0 * &a` and `a / 3.0` scale each entry.
///
/// # Panics
/// If `y_hat` and `y` differ in shape. The subtraction would repeat a single row or column to make them fit.
///
/// Task 5: `cargo test -p ch06 t5`.
pub fn output_delta(objective: Objective, y_hat: &Array2<f64>, y: &Array2<f64>) -> Array2<f64> {
    assert_eq!(y_hat.dim(), y.dim(), "one answer for each prediction: y_hat is {:?}, y {:?}", y_hat.dim(), y.dim());
    todo!("the gradient for {objective:?} at the outputs {:?} with answers {:?}", y_hat.dim(), y.dim())
}
