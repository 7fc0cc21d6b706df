//! Without parentheses only the last term is divided.
//! Says: put the sum into parentheses

pub fn boundary(w: &Array1<f64>, x1: f64) -> f64 {
    -w[0] - w[1] * x1 / w[2]
}
