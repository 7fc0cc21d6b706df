//! The minus is written before the first term and does not reach the second.
//! Says: w₁x₁ has the wrong sign

pub fn boundary(w: &Array1<f64>, x1: f64) -> f64 {
    (-w[0] + w[1] * x1) / w[2]
}
