//! The number is multiplied inside the sigmoid.
//! Says: a is multiplied inside the sigmoid

pub fn silu(a: f64) -> f64 {
    crate::sigmoid(a * a)
}
