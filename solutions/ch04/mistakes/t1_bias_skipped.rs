//! The loop starts at 1, and leaves out the constant feature at index 0 with its weight, the bias.
//! Says: feature 0 is left out

pub fn hidden_activation(w1: &Array2<f64>, x: &Array1<f64>, j: usize, f_h: fn(f64) -> f64) -> f64 {
    let mut a = 0.0;
    for i in 1..x.len() {
        a += w1[[j, i]] * x[i];
    }
    f_h(a)
}
