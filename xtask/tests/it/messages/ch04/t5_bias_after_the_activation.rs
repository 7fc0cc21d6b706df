//! The bias is added to the activation of the output, not to its sum.

pub fn network_with_bias(
    w1: &Array2<f64>,
    w2: &Array2<f64>,
    x: &Array1<f64>,
    f_h: fn(f64) -> f64,
    f_o: fn(f64) -> f64,
) -> Array1<f64> {
    let h = w1.dot(x).mapv(f_h);
    w2.slice_axis(ndarray::Axis(1), ndarray::Slice::from(1..)).dot(&h).mapv(f_o) + w2.column(0)
}
