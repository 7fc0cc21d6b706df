//! The derivative of the sigmoid is taken at the activation: `σ'(ŷ)` in place of `σ'(a)`.
//! Says: taken at the activation

pub fn neuron_gradient(w: &Array1<f64>, x: &Array1<f64>, y: f64) -> Array1<f64> {
    let slope = |v: f64| crate::given::sigmoid(v) * (1.0 - crate::given::sigmoid(v));
    let y_hat = crate::given::sigmoid(w.dot(x));
    2.0 * (y_hat - y) * slope(y_hat) * x
}
