//! `ŷ · ŷ` is written for `ŷ(1 − ŷ)`.
//! Says: this uses ŷ²

pub fn neuron_gradient(w: &Array1<f64>, x: &Array1<f64>, y: f64) -> Array1<f64> {
    let y_hat = crate::given::sigmoid(w.dot(x));
    2.0 * (y_hat - y) * y_hat * y_hat * x
}
