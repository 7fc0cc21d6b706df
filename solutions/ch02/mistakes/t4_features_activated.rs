//! The activation function is applied to the features instead of their weighted sum.
//! Says: the activation is applied to the features

pub fn neuron(w: &Array1<f64>, x: &Array1<f64>, f: fn(f64) -> f64) -> f64 {
    w.dot(&x.mapv(f))
}
