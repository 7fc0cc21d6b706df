//! The slopes are added with their signs, so opposite ones cancel in the divisor.
//! Says: opposite signs cancel

pub fn relative_error(a: f64, n: f64) -> f64 {
    if a.is_finite() && n.is_finite() { (a - n).abs() / (a + n).abs().max(1e-8) } else { 1.0 }
}
