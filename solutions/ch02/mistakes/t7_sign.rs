//! The sign is not turned when the terms move to the other side of the equation.
//! Says: the sign is lost

pub fn boundary(w: &Array1<f64>, x1: f64) -> f64 {
    (w[0] + w[1] * x1) / w[2]
}
