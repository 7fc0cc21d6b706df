//! A slope is only called wrong if both are not finite: `&&` stands where `||` is meant.
//! Says: a NaN or an infinity passes unnoticed

pub fn relative_error(a: f64, n: f64) -> f64 {
    if !a.is_finite() && !n.is_finite() {
        return 1.0;
    }
    (a - n).abs() / (a.abs() + n.abs()).max(1e-8)
}
