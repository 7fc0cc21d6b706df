//! A step from 0 to 1, although the two answers are −1 and 1.
//! Says: the answers are coded 0 and 1

pub fn sign(a: f64) -> f64 {
    if a > 0.0 { 1.0 } else { 0.0 }
}
