//! `ŷ − y` is the slope for the pre-activation of a sigmoid, not for the prediction.
//! Says: it is still divided by ŷ(1 − ŷ)

pub fn cross_entropy_derivative(y_hat: f64, y: f64) -> f64 {
    y_hat - y
}
