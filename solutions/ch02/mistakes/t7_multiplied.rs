//! Multiplied by w₂ where the equation is to be divided by it.
//! Says: this is multiplied by w₂

pub fn boundary(w: &Array1<f64>, x1: f64) -> f64 {
    -(w[0] + w[1] * x1) * w[2]
}
