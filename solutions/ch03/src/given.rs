//! Given: the two activations of chapter 2 whose derivatives are constant. There is nothing to do in this file.

/// The identity, the activation of linear regression: `f(a) = a`.
pub fn identity(a: f64) -> f64 {
    a
}

/// The derivative of the identity: 1 everywhere, so a gradient passes it unchanged.
pub fn identity_derivative(_a: f64) -> f64 {
    1.0
}

/// The sign, the activation of the perceptron: 1 above zero, −1 below, and 0 at zero.
pub fn sign(a: f64) -> f64 {
    if a > 0.0 {
        1.0
    } else if a < 0.0 {
        -1.0
    } else {
        0.0
    }
}

/// The derivative of the sign: 0 on both sides. At the jump there is none, and this course takes 0 there too.
///
/// No gradient passes it: that is why the perceptron has a learning rule of its own.
pub fn sign_derivative(_a: f64) -> f64 {
    0.0
}
