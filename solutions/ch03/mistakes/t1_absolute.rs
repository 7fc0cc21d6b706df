//! The absolute value: negative numbers become positive, not 0.
//! Says: this is the absolute value

pub fn relu(a: f64) -> f64 {
    a.abs()
}
