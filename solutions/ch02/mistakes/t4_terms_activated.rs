//! The activation function is applied to each product, before the sum.
//! Says: the activation is applied to each product

pub fn neuron(w: &Array1<f64>, x: &Array1<f64>, f: fn(f64) -> f64) -> f64 {
    (w * x).mapv(f).sum()
}
