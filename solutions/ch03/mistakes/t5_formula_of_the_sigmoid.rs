//! The formula of the sigmoid, `t(1 − t)`, is used for tanh.
//! Says: the formula of the sigmoid

pub fn tanh_derivative(a: f64) -> f64 {
    let t = tanh(a);
    t * (1.0 - t)
}
