//! The pre-activation is compared with 0.5.
//! Says: a pre-activation is cut at 0, not at 0.5

pub fn perceptron_step(w: &Array1<f64>, x: &Array1<f64>, y: f64) -> Array1<f64> {
    let y_hat = if w.dot(x) > 0.5 { 1.0 } else { -1.0 };
    if y_hat == y { w.clone() } else { w + y * x }
}
