//! `Δ₂ H`: the samples in the rows of both are not summed over.
//! Says: the shapes of a product do not fit

pub fn output_gradient(delta2: &Array2<f64>, h: &Array2<f64>) -> Array2<f64> {
    delta2.dot(h)
}
