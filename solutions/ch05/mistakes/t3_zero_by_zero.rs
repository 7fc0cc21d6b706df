//! Nothing keeps the divisor from being zero.
//! Says: NaN

pub fn relative_error(a: f64, n: f64) -> f64 {
    if a.is_finite() && n.is_finite() { (a - n).abs() / (a.abs() + n.abs()) } else { 1.0 }
}
