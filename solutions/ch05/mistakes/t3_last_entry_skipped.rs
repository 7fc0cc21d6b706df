//! The loop ends one entry too early.
//! Says: the last entry is never looked at

pub fn gradient_check(analytic: &Array1<f64>, numeric: &Array1<f64>) -> f64 {
    let mut largest = 0.0_f64;
    for i in 0..analytic.len() - 1 {
        largest = largest.max(relative_error(analytic[i], numeric[i]));
    }
    largest
}
