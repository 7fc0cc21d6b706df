//! `W` is read transposed: neuron j is given the weights of column j.
//! Says: W1 is transposed

pub fn hidden_layer(w1: &Array2<f64>, x: &Array1<f64>, f_h: fn(f64) -> f64) -> Array1<f64> {
    w1.t().dot(x).mapv(f_h)
}
