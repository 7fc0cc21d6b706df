//! The answer is coded 0 and 1, the label −1 and 1, and the two are subtracted.
//! Says: are answers coded 0 and 1 compared with it?

pub fn perceptron_step(w: &Array1<f64>, x: &Array1<f64>, y: f64) -> Array1<f64> {
    let y_hat = if w.dot(x) > 0.0 { 1.0 } else { 0.0 };
    w + (y - y_hat) * x
}
