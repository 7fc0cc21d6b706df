//! The squares are subtracted, where the difference is to be squared.

pub fn squared_error(y_hat: f64, y: f64) -> f64 {
    y_hat * y_hat - y * y
}
