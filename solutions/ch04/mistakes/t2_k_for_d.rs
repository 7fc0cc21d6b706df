//! There are made as many activations as there are features, not as many as there are neurons.
//! Says: the result has shape

pub fn hidden_layer(w1: &Array2<f64>, x: &Array1<f64>, f_h: fn(f64) -> f64) -> Array1<f64> {
    let mut h = Array1::zeros(x.len());
    for j in 0..x.len() {
        h[j] = f_h(w1.row(j).dot(x));
    }
    h
}
