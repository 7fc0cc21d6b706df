//! The loop over the neurons ends one too early.
//! Says: the last neuron is left out

pub fn hidden_layer(w1: &Array2<f64>, x: &Array1<f64>, f_h: fn(f64) -> f64) -> Array1<f64> {
    let mut h = Array1::zeros(w1.nrows());
    for j in 0..w1.nrows() - 1 {
        h[j] = f_h(w1.row(j).dot(x));
    }
    h
}
