//! The output has the signs the wrong way round.
//! Says: this is XOR turned over

pub fn xor_network() -> (Array2<f64>, Array2<f64>) {
    (ndarray::array![[-0.5, 1.0, 1.0], [-1.5, 1.0, 1.0]], ndarray::array![[0.5, -1.0, 1.0]])
}
