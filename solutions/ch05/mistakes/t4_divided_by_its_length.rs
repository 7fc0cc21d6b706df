//! The gradient is divided by its length, so that every step is as long as every other.
//! Says: the gradient is divided by its length

pub fn step(w: &Array1<f64>, gradient: &Array1<f64>, eta: f64) -> Array1<f64> {
    w - eta * gradient / gradient.dot(gradient).sqrt()
}
