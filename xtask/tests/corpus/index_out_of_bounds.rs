//! An index past the end.
//! Expect: t1 panicked

pub fn weighted_sum(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let mut sum = 0.0;
    for i in 0..=w.len() {
        sum += w[i] * x[i];
    }
    sum
}
