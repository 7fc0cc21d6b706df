//! `1 − 1/(1 + eᵃ)` is safe from overflow, but far to the left it is 1 − 1, and no digit is left.
//! Says: the lower tail is lost

pub fn sigmoid(a: f64) -> f64 {
    1.0 - 1.0 / (1.0 + a.exp())
}
