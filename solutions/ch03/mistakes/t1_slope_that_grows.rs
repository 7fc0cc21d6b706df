//! The slope grows from 0 to 1 instead of jumping.
//! Says: the slope does not grow with a

pub fn relu_derivative(a: f64) -> f64 {
    a.clamp(0.0, 1.0)
}
