//! The logarithm is differentiated, the exponential inside is not.
//! Says: the inner derivative is missing

pub fn softplus_derivative(a: f64) -> f64 {
    1.0 / (1.0 + a.exp())
}
