//! The bias is not added to the hidden layer: `W2` has a column more than `h` has entries.
//! Says: the shapes of a product do not fit

pub fn network_with_bias(
    w1: &Array2<f64>,
    w2: &Array2<f64>,
    x: &Array1<f64>,
    f_h: fn(f64) -> f64,
    f_o: fn(f64) -> f64,
) -> Array1<f64> {
    let h = w1.dot(x).mapv(f_h);
    w2.dot(&h).mapv(f_o)
}
