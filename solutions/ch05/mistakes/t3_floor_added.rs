//! The small number is added to the divisor, and makes every error a little smaller.
//! Says: 1e-8 is added

pub fn relative_error(a: f64, n: f64) -> f64 {
    if a.is_finite() && n.is_finite() { (a - n).abs() / (a.abs() + n.abs() + 1e-8) } else { 1.0 }
}
