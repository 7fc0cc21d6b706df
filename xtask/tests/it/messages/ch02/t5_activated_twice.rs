//! The activation function is applied to the answers once more.

pub fn layer(w: &Array2<f64>, x: &Array1<f64>, f: fn(f64) -> f64) -> Array1<f64> {
    w.dot(x).mapv(f).mapv(f)
}
