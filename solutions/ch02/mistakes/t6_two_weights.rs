//! The bias is left out of the list.
//! Says: has three entries

pub fn and_weights() -> Array1<f64> {
    ndarray::array![1.0, 1.0]
}
