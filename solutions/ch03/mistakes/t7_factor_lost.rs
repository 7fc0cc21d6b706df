//! In the second term of the product rule, the slope of the sigmoid is 1 − s instead of s(1 − s).
//! Says: a factor σ(a) is missing

pub fn silu_derivative(a: f64) -> f64 {
    let s = crate::sigmoid(a);
    s + a * (1.0 - s)
}
