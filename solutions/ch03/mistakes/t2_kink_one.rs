//! The condition is `a ≥ 0`, so that the slope at the kink is 1; the course has chosen `slope`.
//! Says: this course takes `slope`: the condition

pub fn leaky_relu_derivative(a: f64, slope: f64) -> f64 {
    if a < 0.0 { slope } else { 1.0 }
}
