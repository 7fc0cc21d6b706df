//! The exponent lacks its minus sign.
//! Says: the exponent is −a

pub fn sigmoid(a: f64) -> f64 {
    1.0 / (1.0 + a.exp())
}
