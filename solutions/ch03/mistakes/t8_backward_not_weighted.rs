//! The upstream slopes are added up without their probabilities.
//! Says: the sum has g without p

pub fn softmax_backward(p: &Array2<f64>, upstream: &Array2<f64>) -> Array2<f64> {
    let common = upstream.sum_axis(ndarray::Axis(1)).insert_axis(ndarray::Axis(1));
    p * (upstream - &common)
}
