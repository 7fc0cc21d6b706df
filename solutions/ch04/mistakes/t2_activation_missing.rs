//! The hidden layer has no activation.
//! Says: the activation is missing

pub fn hidden_layer(w1: &Array2<f64>, x: &Array1<f64>, f_h: fn(f64) -> f64) -> Array1<f64> {
    let _ = f_h;
    w1.dot(x)
}
