//! The sample is added without its label.
//! Says: it is y x, which points away from x

pub fn perceptron_step(w: &Array1<f64>, x: &Array1<f64>, y: f64) -> Array1<f64> {
    if y * w.dot(x) > 0.0 { w.clone() } else { w + x }
}
