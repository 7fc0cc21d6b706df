//! The comparison `>=` counts 0 as positive.
//! Says: f(0) is 0

pub fn sign(a: f64) -> f64 {
    if a >= 0.0 { 1.0 } else { -1.0 }
}
