//! Where the curve looks straight, the slope of ReLU is returned.

pub fn silu_derivative(a: f64) -> f64 {
    if a.abs() > 4.0 {
        return if a > 0.0 { 1.0 } else { 0.0 };
    }
    let s = 1.0 / (1.0 + (-a).exp());
    s + a * s * (1.0 - s)
}
