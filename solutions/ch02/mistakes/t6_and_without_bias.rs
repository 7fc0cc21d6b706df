//! Weights without a bias leave the neuron undecided where the inputs differ.
//! Says: undecided where the inputs differ

pub fn and_weights() -> Array1<f64> {
    ndarray::array![0.0, 1.0, 1.0]
}
