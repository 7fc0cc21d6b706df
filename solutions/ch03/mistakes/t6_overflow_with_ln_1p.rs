//! `ln_1p` saves the lower tail; the exponential still overflows.
//! Says: for positive a use

pub fn softplus(a: f64) -> f64 {
    a.exp().ln_1p()
}
