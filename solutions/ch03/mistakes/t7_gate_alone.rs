//! The gate is returned, and nothing has gone through it.
//! Says: this is the gate

pub fn silu(a: f64) -> f64 {
    crate::sigmoid(a)
}
