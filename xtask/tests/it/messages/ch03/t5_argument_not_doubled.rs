//! The sigmoid is stretched upwards and not pressed together.

pub fn tanh(a: f64) -> f64 {
    2.0 * sigmoid(a) - 1.0
}
