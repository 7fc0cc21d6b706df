//! Predicted minus observed: the sign of the residual is the other way round.
//! Says: observed minus predicted

pub fn residuals(y: &Array1<f64>, y_hat: &Array1<f64>) -> Array1<f64> {
    y_hat - y
}
