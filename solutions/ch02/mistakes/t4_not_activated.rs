//! The activation function is not applied at all.
//! Says: the activation is not applied

pub fn neuron(w: &Array1<f64>, x: &Array1<f64>, f: fn(f64) -> f64) -> f64 {
    let _ = f;
    w.dot(x)
}
