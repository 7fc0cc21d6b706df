//! An `else` for everything that is not positive makes −1 of the undecided case.
//! Says: f(0) is 0, not −1

pub fn sign(a: f64) -> f64 {
    if a > 0.0 { 1.0 } else { -1.0 }
}
