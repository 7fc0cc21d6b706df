//! `f_o(X W1ᵀ W2ᵀ)`: the hidden layer has no activation.
//! Says: the activation of the hidden layer is missing

pub fn network_batch(
    x: &Array2<f64>,
    w1: &Array2<f64>,
    w2: &Array2<f64>,
    f_h: fn(f64) -> f64,
    f_o: fn(f64) -> f64,
) -> Array2<f64> {
    let _ = f_h;
    x.dot(&w1.t()).dot(&w2.t()).mapv(f_o)
}
