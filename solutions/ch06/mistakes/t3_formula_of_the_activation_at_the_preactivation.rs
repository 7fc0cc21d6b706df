//! `ŷ(1 − ŷ)` is written with the pre-activation: `a(1 − a)`.
//! Says: this uses a(1 − a)

pub fn neuron_gradient(w: &Array1<f64>, x: &Array1<f64>, y: f64) -> Array1<f64> {
    let a = w.dot(x);
    2.0 * (crate::given::sigmoid(a) - y) * a * (1.0 - a) * x
}
