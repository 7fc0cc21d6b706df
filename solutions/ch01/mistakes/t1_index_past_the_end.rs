//! The range `0..=k` includes `k`, and the last index is `k − 1`.
//! Says: an index is too large

pub fn weighted_sum(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let mut sum = 0.0;
    for i in 0..=w.len() {
        sum += w[i] * x[i];
    }
    sum
}
