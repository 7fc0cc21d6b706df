//! `f_o(f_h(W2 W1 x))`: the products first, then the activations.
//! Says: both activations come at the end

pub fn network(
    w1: &Array2<f64>,
    w2: &Array2<f64>,
    x: &Array1<f64>,
    f_h: fn(f64) -> f64,
    f_o: fn(f64) -> f64,
) -> Array1<f64> {
    w2.dot(&w1.dot(x)).mapv(f_h).mapv(f_o)
}
