//! The 2 from the derivative of the square is lost.
//! Says: the factor 2 is lost

pub fn mse_gradient(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> Array1<f64> {
    let errors = x.dot(w) - y;
    x.t().dot(&errors) / y.len() as f64
}
