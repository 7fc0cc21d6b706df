//! The weights alone are sent back, without the slopes that they carry.
//! Says: the upstream gradient is forgotten

pub fn hidden_gradient(delta2: &Array2<f64>, w2: &Array2<f64>) -> Array2<f64> {
    let weights = crate::given::without_bias(w2).sum_axis(ndarray::Axis(0));
    Array2::ones((delta2.nrows(), 1)) * weights
}
