//! The formula as it stands: eᵃ is infinite for large numbers.
//! Says: exp(1000) is infinite

pub fn softplus(a: f64) -> f64 {
    (1.0 + a.exp()).ln()
}
