//! A `return` inside the loop ends the function after the first product.
//! Says: does a `return` inside the loop end it?

pub fn weighted_sum(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let mut sum = 0.0;
    for i in 0..w.len() {
        sum += w[i] * x[i];
        return sum;
    }
    sum
}
