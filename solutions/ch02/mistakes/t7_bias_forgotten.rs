//! The line is taken to run through the origin.
//! Says: the bias is forgotten

pub fn boundary(w: &Array1<f64>, x1: f64) -> f64 {
    -w[1] * x1 / w[2]
}
