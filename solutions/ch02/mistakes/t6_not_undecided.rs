//! Bias and weight are of the same size, so that one of the two sums is 0.
//! Says: undecided for one input

pub fn not_weights() -> Array1<f64> {
    ndarray::array![1.0, -1.0]
}
