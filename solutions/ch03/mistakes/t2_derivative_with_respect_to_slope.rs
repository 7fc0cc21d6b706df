//! The derivative with respect to the slope, which is `a` itself.
//! Says: take the one with respect to a

pub fn leaky_relu_derivative(a: f64, _slope: f64) -> f64 {
    if a > 0.0 { 1.0 } else { a }
}
