//! The transpose of the forward pass is taken on the way back, too.
//! Says: W₂ is transposed

pub fn hidden_gradient(delta2: &Array2<f64>, w2: &Array2<f64>) -> Array2<f64> {
    let back = delta2.dot(&w2.t());
    crate::given::without_bias(&back).to_owned()
}
