//! The pre-activation is compared with the answers, as in linear regression.
//! Says: the sigmoid is missing

pub fn logistic_gradient(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> Array1<f64> {
    let errors = x.dot(w) - y;
    x.t().dot(&errors) / y.len() as f64
}
