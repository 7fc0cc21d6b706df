//! The sum runs down the columns, and mixes samples that have nothing to do with each other.
//! Says: the sum runs over the samples

pub fn softmax_backward(p: &Array2<f64>, upstream: &Array2<f64>) -> Array2<f64> {
    let common = (p * upstream).sum_axis(ndarray::Axis(0));
    p * (upstream - &common)
}
