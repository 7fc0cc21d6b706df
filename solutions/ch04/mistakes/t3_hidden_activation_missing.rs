//! `f_o(W2 W1 x)`: the hidden layer has no activation, so the two layers are one.
//! Says: the activation of the hidden layer is missing

pub fn network(
    w1: &Array2<f64>,
    w2: &Array2<f64>,
    x: &Array1<f64>,
    f_h: fn(f64) -> f64,
    f_o: fn(f64) -> f64,
) -> Array1<f64> {
    let _ = f_h;
    w2.dot(&w1.dot(x)).mapv(f_o)
}
