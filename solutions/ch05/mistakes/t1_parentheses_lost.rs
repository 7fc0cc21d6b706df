//! `/ 2.0 * h` multiplies by `h`: the parentheses around the divisor are missing.
//! Says: write the divisor in parentheses

pub fn central_difference(f: &dyn Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    (f(x + h) - f(x - h)) / 2.0 * h
}
