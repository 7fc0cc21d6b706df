//! The derivative has the small slope for positive numbers.
//! Says: the slope is on the wrong side

pub fn leaky_relu_derivative(a: f64, slope: f64) -> f64 {
    if a > 0.0 { slope } else { 1.0 }
}
