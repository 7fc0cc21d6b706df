//! The biases stand in the last column, the constant in entry 0.
//! Says: are the biases in column 0

pub fn xor_network() -> (Array2<f64>, Array2<f64>) {
    (ndarray::array![[1.0, 1.0, -0.5], [1.0, 1.0, -1.5]], ndarray::array![[1.0, -1.0, -0.5]])
}
