//! Without brackets only the first 1 is divided.
//! Says: put the denominator in brackets

pub fn sigmoid(a: f64) -> f64 {
    1.0 / 1.0 + (-a).exp()
}
