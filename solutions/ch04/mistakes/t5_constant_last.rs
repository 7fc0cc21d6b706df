//! The 1 stands after the hidden activations.
//! Says: the 1 stands after h

pub fn network_with_bias(
    w1: &Array2<f64>,
    w2: &Array2<f64>,
    x: &Array1<f64>,
    f_h: fn(f64) -> f64,
    f_o: fn(f64) -> f64,
) -> Array1<f64> {
    let mut h = w1.dot(x).mapv(f_h).to_vec();
    h.push(1.0);
    w2.dot(&Array1::from(h)).mapv(f_o)
}
