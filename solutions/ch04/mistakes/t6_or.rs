//! The output does not listen to the second hidden neuron: what is left is OR.
//! Says: this is OR

pub fn xor_network() -> (Array2<f64>, Array2<f64>) {
    (ndarray::array![[-0.5, 1.0, 1.0], [-1.5, 1.0, 1.0]], ndarray::array![[-0.5, 1.0, 0.0]])
}
