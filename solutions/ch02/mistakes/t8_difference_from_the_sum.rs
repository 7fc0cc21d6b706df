//! The factor is y − a, before the activation: this is Widrow and Hoff's rule.
//! Says: the weights moved by (y − a) x

pub fn perceptron_step(w: &Array1<f64>, x: &Array1<f64>, y: f64) -> Array1<f64> {
    w + (y - w.dot(x)) * x
}
