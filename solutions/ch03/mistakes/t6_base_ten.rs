//! The logarithm to base 10.
//! Says: to base 10

pub fn softplus(a: f64) -> f64 {
    (1.0 + a.exp()).log10()
}
