//! The exponent has lost its minus sign, so the curve falls.
//! Says: the sign in the exponent is missing

pub fn sigmoid(a: f64) -> f64 {
    1.0 / (1.0 + a.exp())
}
