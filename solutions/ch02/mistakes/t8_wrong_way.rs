//! The step is subtracted, so each mistake makes the next one worse.
//! Says: the step goes the wrong way

pub fn perceptron_step(w: &Array1<f64>, x: &Array1<f64>, y: f64) -> Array1<f64> {
    if y * w.dot(x) > 0.0 { w.clone() } else { w - y * x }
}
