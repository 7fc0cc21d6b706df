//! The mean is subtracted in place of the maximum: what is left can still be too large.
//! Says: not the mean

pub fn softmax(a: &Array2<f64>) -> Array2<f64> {
    let means = a.mean_axis(ndarray::Axis(1)).unwrap().insert_axis(ndarray::Axis(1));
    let e = (a - &means).mapv(f64::exp);
    let sums = e.sum_axis(ndarray::Axis(1)).insert_axis(ndarray::Axis(1));
    e / sums
}
