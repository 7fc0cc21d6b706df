//! `f(Wᵀx)`: each column is taken for a neuron.
//! Says: each row of W is a neuron

pub fn layer(w: &Array2<f64>, x: &Array1<f64>, f: fn(f64) -> f64) -> Array1<f64> {
    w.t().dot(x).mapv(f)
}
