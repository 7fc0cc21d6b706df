//! The loop runs over the rows of `W₁`, the neurons, not over the features.
//! Says: the loop runs over the features

pub fn hidden_activation(w1: &Array2<f64>, x: &Array1<f64>, j: usize, f_h: fn(f64) -> f64) -> f64 {
    let mut a = 0.0;
    for i in 0..w1.nrows() {
        a += w1[[j, i]] * x[i];
    }
    f_h(a)
}
