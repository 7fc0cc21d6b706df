//! Where the curve looks flat, its limit is returned.
//! Says: the curve is cut off

pub fn tanh(a: f64) -> f64 {
    if a.abs() > 3.0 { a.signum() } else { a.tanh() }
}
