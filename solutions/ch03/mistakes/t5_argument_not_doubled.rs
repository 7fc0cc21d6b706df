//! The sigmoid is stretched upwards and not pressed together.
//! Says: the argument of σ is doubled too

pub fn tanh(a: f64) -> f64 {
    2.0 * sigmoid(a) - 1.0
}
