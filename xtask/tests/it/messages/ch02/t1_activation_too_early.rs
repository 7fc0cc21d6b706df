//! The sign is taken in the first step already, which is the business of the second.

pub fn pre_activation(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    crate::sign(w.dot(x))
}
