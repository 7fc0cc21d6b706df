//! The slope that comes back from the error is left out of the product.
//! Says: the upstream gradient is forgotten

pub fn neuron_gradient(w: &Array1<f64>, x: &Array1<f64>, y: f64) -> Array1<f64> {
    let y_hat = crate::given::sigmoid(w.dot(x));
    y_hat * (1.0 - y_hat) * x
}
