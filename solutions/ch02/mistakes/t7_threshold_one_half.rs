//! The line is drawn where the pre-activation is 0.5.
//! Says: a probability is cut at 0.5, a pre-activation at 0

pub fn boundary(w: &Array1<f64>, x1: f64) -> f64 {
    (0.5 - w[0] - w[1] * x1) / w[2]
}
