//! One derivative too many: the slope of softplus is the sigmoid, not the slope of the sigmoid.
//! Says: this is the slope of the sigmoid

pub fn softplus_derivative(a: f64) -> f64 {
    crate::sigmoid_derivative(a)
}
