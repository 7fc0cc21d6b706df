//! Without parentheses the division comes before the sum.
//! Says: parentheses are missing

pub fn sigmoid(a: f64) -> f64 {
    1.0 / 1.0 + (-a).exp()
}
