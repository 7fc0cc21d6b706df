//! `W` is read transposed: the weight to neuron j from feature i is taken from row i, column j.
//! Says: row and column are swapped

pub fn hidden_activation(w1: &Array2<f64>, x: &Array1<f64>, j: usize, f_h: fn(f64) -> f64) -> f64 {
    let mut a = 0.0;
    for i in 0..x.len() {
        a += w1[[i, j]] * x[i];
    }
    f_h(a)
}
