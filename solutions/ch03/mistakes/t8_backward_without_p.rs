//! The factor p in front of the bracket is missing.
//! Says: the factor p in front is missing

pub fn softmax_backward(p: &Array2<f64>, upstream: &Array2<f64>) -> Array2<f64> {
    let common = (p * upstream).sum_axis(ndarray::Axis(1)).insert_axis(ndarray::Axis(1));
    upstream - &common
}
