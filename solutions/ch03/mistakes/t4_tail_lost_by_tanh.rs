//! Made from tanh: far to the left this is 1 − 1, and no digit is left.
//! Says: the lower tail is lost

pub fn sigmoid(a: f64) -> f64 {
    0.5 * (1.0 + (0.5 * a).tanh())
}
