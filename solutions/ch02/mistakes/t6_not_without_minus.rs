//! The input's weight is positive, so the answer is the input itself.
//! Says: the weight of the input must be negative

pub fn not_weights() -> Array1<f64> {
    ndarray::array![0.0, 1.0]
}
