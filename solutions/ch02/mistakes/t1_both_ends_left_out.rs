//! The loop starts too late and ends too early.
//! Says: the first and the last feature are left out

pub fn pre_activation(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let mut sum = 0.0;
    for i in 1..w.len().saturating_sub(1) {
        sum += w[i] * x[i];
    }
    sum
}
