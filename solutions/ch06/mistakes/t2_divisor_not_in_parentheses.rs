//! Without parentheses the second part of the divisor becomes a factor.
//! Says: put the divisor in parentheses

pub fn cross_entropy_derivative(y_hat: f64, y: f64) -> f64 {
    (y_hat - y) / y_hat.max(1e-12) * (1.0 - y_hat)
}
