//! Two models that learn by descent: the line of chapter 1, and a neuron that answers with a probability.

use ndarray::{Array1, Array2};

/// The least squares of chapter 1, found by walking downhill instead of by solving equations.
///
/// ```text
/// E(w) = 1/n · Σⱼ (ŷⱼ − yⱼ)²   with   ŷ = Xw          ∇E = 2/n · Xᵀ(Xw − y)
///
/// w(0) = 0          w(t+1) = w(t) − η ∇E
/// ```
///
/// - `x`: a batch, shape `(n, k)`, with the constant feature 1 among its columns if the line has an intercept
/// - `y`: the observed answers, shape `(n,)`, one for each row of `x`
/// - `eta`: the size of the steps
/// - `steps`: how many steps are taken
/// - returns the weights after the last step, shape `(k,)`
///
/// Example: for the points (0, 1), (1, 3), (2, 5), (3, 7), with the constant feature as column 0, the gradient at zero
/// weights is `[-8, -17]`, so one step with `η = 0.1` leads to `[0.8, 1.7]`; many lead to the line `1 + 2x`.
///
/// `x.t()` is `Xᵀ`, `y.len() as f64` is `n`, `Array1::zeros(x.ncols())` the start. Loop over `0..steps`, or hand the
/// gradient to [`descend`](crate::descend) as a closure, `&|w| …`, and take the last row: `.row(steps).to_owned()`.
///
/// Task 8: `cargo test -p ch05 t8`.
pub fn least_squares_by_descent(x: &Array2<f64>, y: &Array1<f64>, eta: f64, steps: usize) -> Array1<f64> {
    assert_eq!(x.nrows(), y.len(), "as many rows as answers: x is {:?}, y has {}", x.dim(), y.len());
    let gradient = |w: &Array1<f64>| x.t().dot(&(x.dot(w) - y)) * (2.0 / y.len() as f64);
    crate::descend(&gradient, &Array1::zeros(x.ncols()), eta, steps).row(steps).to_owned()
}

/// The gradient of the error of logistic regression: a neuron with the sigmoid, whose output is a probability.
///
/// The error is the *cross-entropy*: large where the model gave a small probability to what happened.
///
/// ```text
/// ŷ = σ(Xw)          E(w) = −1/n · Σⱼ ( yⱼ ln ŷⱼ + (1 − yⱼ) ln(1 − ŷⱼ) )
///
/// ∇E = 1/n · Xᵀ(σ(Xw) − y)
/// ```
///
/// The slope of the sigmoid cancels against the slope of the logarithm: what remains looks like chapter 1's gradient.
///
/// - `x`: a batch, shape `(n, k)`
/// - `y`: the answers, 0 or 1, shape `(n,)`, one for each row of `x`
/// - `w`: the weights at which the slopes are asked for, shape `(k,)`, one for each column of `x`
/// - returns one slope for each weight, shape `(k,)`
///
/// Example: at zero weights every probability is 1/2. One sample `[1, 4]` with the answer 1 gives `[-0.5, -2]`.
///
/// `crate::given::sigmoid` is σ for one number; `a.mapv(crate::given::sigmoid)` applies it to each entry of an array.
///
/// Task 9: `cargo test -p ch05 t9`.
pub fn logistic_gradient(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> Array1<f64> {
    assert_eq!(x.nrows(), y.len(), "as many rows as answers: x is {:?}, y has {}", x.dim(), y.len());
    assert_eq!(x.ncols(), w.len(), "as many columns as weights: x is {:?}, w has {}", x.dim(), w.len());
    let errors = x.dot(w).mapv(crate::given::sigmoid) - y;
    x.t().dot(&errors) / y.len() as f64
}

/// Logistic regression: the weights that descent reaches from zero along [`logistic_gradient`].
///
/// ```text
/// w(0) = 0          w(t+1) = w(t) − η ∇E
/// ```
///
/// - `x`: a batch, shape `(n, k)`, with the constant feature 1 among its columns if there is a bias
/// - `y`: the answers, 0 or 1, shape `(n,)`, one for each row of `x`
/// - `eta`: the size of the steps
/// - `steps`: how many steps are taken
/// - returns the weights after the last step, shape `(k,)`
///
/// Example: the one sample `[1, 4]` with the answer 1 has the gradient `[-0.5, -2]` at zero weights, so one step with
/// `η = 0.1` leads to `[0.05, 0.2]`.
///
/// It is the loop of [`least_squares_by_descent`] with another gradient.
///
/// Task 9: `cargo test -p ch05 t9`.
pub fn logistic_regression(x: &Array2<f64>, y: &Array1<f64>, eta: f64, steps: usize) -> Array1<f64> {
    assert_eq!(x.nrows(), y.len(), "as many rows as answers: x is {:?}, y has {}", x.dim(), y.len());
    let gradient = |w: &Array1<f64>| logistic_gradient(x, y, w);
    crate::descend(&gradient, &Array1::zeros(x.ncols()), eta, steps).row(steps).to_owned()
}
