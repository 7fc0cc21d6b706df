//! The range ends one too early: `0..k` leaves out `k` by itself.
//! Says: the last feature is left out

pub fn weighted_sum(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let mut sum = 0.0;
    for i in 0..w.len().saturating_sub(1) {
        sum += w[i] * x[i];
    }
    sum
}
