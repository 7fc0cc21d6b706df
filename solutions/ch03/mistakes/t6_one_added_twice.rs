//! `ln_1p` adds the 1 by itself, and it was added before.
//! Says: 1 is added twice

pub fn softplus(a: f64) -> f64 {
    (1.0 + a.exp()).ln_1p()
}
