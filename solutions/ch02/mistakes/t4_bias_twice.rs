//! The bias is added once more, though it is the first product of the sum.
//! Says: w[0] is already in the sum

pub fn neuron(w: &Array1<f64>, x: &Array1<f64>, f: fn(f64) -> f64) -> f64 {
    f(w.dot(x) + w[0])
}
