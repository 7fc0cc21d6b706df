//! The biases of the output are not counted.
//! Says: W2 has d + 1 columns

pub fn parameter_count(k: usize, d: usize, m: usize) -> usize {
    d * k + m * d
}
