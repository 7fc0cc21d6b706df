//! The sum is overwritten by each product, instead of growing by it.
//! Says: only the last product is kept

pub fn weighted_sum(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let mut sum = 0.0;
    for i in 0..w.len() {
        sum = w[i] * x[i];
    }
    sum
}
