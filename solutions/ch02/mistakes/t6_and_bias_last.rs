//! The bias stands last, where the weight of the second input belongs.
//! Says: the bias stands last

pub fn and_weights() -> Array1<f64> {
    ndarray::array![1.0, 1.0, -1.0]
}
