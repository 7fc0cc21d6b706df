//! The threshold 0.5 belongs to a probability; a pre-activation is compared with 0.
//! Says: the threshold is 0.5

pub fn sign(a: f64) -> f64 {
    if a > 0.5 {
        1.0
    } else if a == 0.0 {
        0.0
    } else {
        -1.0
    }
}
