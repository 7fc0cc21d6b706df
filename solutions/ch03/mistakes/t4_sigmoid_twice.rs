//! The sigmoid is applied to the activation once more.
//! Says: the sigmoid is applied twice

pub fn sigmoid_derivative(a: f64) -> f64 {
    let s = sigmoid(sigmoid(a));
    s * (1.0 - s)
}
