//! Without parentheses only `ŷ` is doubled.
//! Says: only ŷ is doubled

pub fn squared_error_derivative(y_hat: f64, y: f64) -> f64 {
    2.0 * y_hat - y
}
