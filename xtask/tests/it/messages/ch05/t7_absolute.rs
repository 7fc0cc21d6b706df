//! The difference is not taken relative to the size of the slopes.

pub fn relative_error(a: f64, n: f64) -> f64 {
    if a.is_finite() && n.is_finite() { (a - n).abs() } else { 1.0 }
}
