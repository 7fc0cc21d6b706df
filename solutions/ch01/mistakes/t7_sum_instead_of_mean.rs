//! The slopes of all samples are summed; the error is a mean, and so is its gradient.
//! Says: summed, not averaged

pub fn mse_gradient(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> Array1<f64> {
    let errors = x.dot(w) - y;
    x.t().dot(&errors) * 2.0
}
