//! One bias is counted for the output layer as a whole, not one for each output.
//! Says: one bias for all outputs

pub fn parameter_count(k: usize, d: usize, m: usize) -> usize {
    d * k + d * m + 1
}
