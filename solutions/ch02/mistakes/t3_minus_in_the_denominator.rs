//! A minus in the denominator: 1 − exp(−a) is 0 at a = 0.
//! Says: the denominator is 1 + exp(−a)

pub fn sigmoid(a: f64) -> f64 {
    1.0 / (1.0 - (-a).exp())
}
