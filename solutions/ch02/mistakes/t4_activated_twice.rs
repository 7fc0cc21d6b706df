//! The activation function is applied to its own answer.
//! Says: the activation is applied twice

pub fn neuron(w: &Array1<f64>, x: &Array1<f64>, f: fn(f64) -> f64) -> f64 {
    f(f(w.dot(x)))
}
