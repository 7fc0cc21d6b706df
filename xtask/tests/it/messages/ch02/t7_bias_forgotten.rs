//! The line is taken to run through the origin.

pub fn boundary(w: &Array1<f64>, x1: f64) -> f64 {
    -w[1] * x1 / w[2]
}
