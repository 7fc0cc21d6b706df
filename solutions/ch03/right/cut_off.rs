//! The scalar functions with cut-offs and other identities, as they stand in many libraries.

/// The mean of a number and its absolute value.
pub fn relu(a: f64) -> f64 {
    0.5 * a + 0.5 * a.abs()
}

pub fn relu_derivative(a: f64) -> f64 {
    match a {
        a if a > 0.0 => 1.0,
        _ => 0.0,
    }
}

pub fn leaky_relu(a: f64, slope: f64) -> f64 {
    a.max(0.0) + slope * a.min(0.0)
}

/// By symmetry on the right, where 1 − σ(−a) loses nothing; with eᵃ alone far to the left.
pub fn sigmoid(a: f64) -> f64 {
    if a > 0.0 {
        1.0 - sigmoid(-a)
    } else if a < -40.0 {
        a.exp()
    } else {
        a.exp() / (1.0 + a.exp())
    }
}

/// The slope is the same on both sides.
pub fn sigmoid_derivative(a: f64) -> f64 {
    let e = (-a.abs()).exp();
    e / (1.0 + e).powi(2)
}

/// With cut-offs where the result is ±1 to the last digit.
pub fn tanh(a: f64) -> f64 {
    if a.abs() > 20.0 { a.signum() } else { (a.exp() - (-a).exp()) / (a.exp() + (-a).exp()) }
}

pub fn tanh_derivative(a: f64) -> f64 {
    (1.0 - tanh(a)) * (1.0 + tanh(a))
}

/// Cut off where the rest is too small to change a digit. PyTorch cuts at 20, which costs the eleventh digit there.
pub fn softplus(a: f64) -> f64 {
    if a > 33.0 { a } else { a.exp().ln_1p() }
}

pub fn softplus_derivative(a: f64) -> f64 {
    0.5 + 0.5 * (0.5 * a).tanh()
}

pub fn silu(a: f64) -> f64 {
    0.5 * a * (1.0 + (0.5 * a).tanh())
}

pub fn silu_derivative(a: f64) -> f64 {
    let s = 0.5 + 0.5 * (0.5 * a).tanh();
    s + a * s * (1.0 - s)
}
