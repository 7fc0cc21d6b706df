//! The gate is treated as a constant: the second term of the product rule is missing.
//! Says: the second term of the product rule is missing

pub fn silu_derivative(a: f64) -> f64 {
    crate::sigmoid(a)
}
