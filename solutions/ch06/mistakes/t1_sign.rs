//! Observed minus predicted: the slope points the other way.
//! Says: the sign is the other way round

pub fn squared_error_derivative(y_hat: f64, y: f64) -> f64 {
    2.0 * (y - y_hat)
}
