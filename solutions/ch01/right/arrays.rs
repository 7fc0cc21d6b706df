//! Every function with whole-array operations and iterators, by other formulas than the reference's.

use ndarray::{Axis, Zip};

pub fn weighted_sum(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    assert_eq!(w.len(), x.len());
    w.iter().zip(x).map(|(w, x)| w * x).sum()
}

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    assert_eq!(w.len(), x.len());
    (w * x).sum()
}

pub fn with_bias(x: &Array2<f64>) -> Array2<f64> {
    ndarray::concatenate(Axis(1), &[Array2::ones((x.nrows(), 1)).view(), x.view()]).unwrap()
}

pub fn predict_batch(x: &Array2<f64>, w: &Array1<f64>) -> Array1<f64> {
    assert_eq!(x.ncols(), w.len());
    (x * w).sum_axis(Axis(1))
}

pub fn residuals(y: &Array1<f64>, y_hat: &Array1<f64>) -> Array1<f64> {
    Zip::from(y).and(y_hat).map_collect(|y, y_hat| y - y_hat)
}

pub fn mse(y_hat: &Array1<f64>, y: &Array1<f64>) -> f64 {
    (y - y_hat).pow2().mean().unwrap()
}

/// By the normal equations' parts: 2/n (XᵀX w − Xᵀy).
pub fn mse_gradient(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> Array1<f64> {
    (x.t().dot(x).dot(w) - x.t().dot(y)) * 2.0 / x.nrows() as f64
}

pub fn least_squares(x: &Array2<f64>, y: &Array1<f64>) -> Array1<f64> {
    let n = x.nrows() as f64;
    crate::given::solve(&(x.t().dot(x) / n), &(y.dot(x) / n))
}

/// The variance form: 1 − MSE / variance.
pub fn r_squared(y_hat: &Array1<f64>, y: &Array1<f64>) -> f64 {
    1.0 - (y - y_hat).pow2().mean().unwrap() / y.var(0.0)
}
