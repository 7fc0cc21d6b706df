//! The prediction is the weighted sum: the sigmoid is forgotten.
//! Says: the sigmoid is missing

pub fn neuron_gradient(w: &Array1<f64>, x: &Array1<f64>, y: f64) -> Array1<f64> {
    let y_hat = w.dot(x);
    2.0 * (y_hat - y) * y_hat * (1.0 - y_hat) * x
}
