//! Large numbers are taken care of, but 1 + eᵃ is rounded to 1 far to the left.
//! Says: the lower tail is lost

pub fn softplus(a: f64) -> f64 {
    if a > 30.0 { a } else { (1.0 + a.exp()).ln() }
}
