//! The activation function is applied before the product.
//! Says: the activation is applied to the features

pub fn layer(w: &Array2<f64>, x: &Array1<f64>, f: fn(f64) -> f64) -> Array1<f64> {
    w.dot(&x.mapv(f))
}
