//! The sum is returned as it is: a pre-activation, not an activation.

pub fn hidden_activation(w1: &Array2<f64>, x: &Array1<f64>, j: usize, f_h: fn(f64) -> f64) -> f64 {
    let mut a = 0.0;
    for i in 0..x.len() {
        a += w1[[j, i]] * x[i];
    }
    let _ = f_h;
    a
}
