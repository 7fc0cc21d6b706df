//! `Hᵀ Δ₂`: rows and columns of the result are swapped.
//! Says: this is Hᵀ Δ₂

pub fn output_gradient(delta2: &Array2<f64>, h: &Array2<f64>) -> Array2<f64> {
    h.t().dot(delta2)
}
