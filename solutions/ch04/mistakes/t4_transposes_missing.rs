//! `X W1` and `H W2`, without the transposes.
//! Says: the transposes are missing

pub fn network_batch(
    x: &Array2<f64>,
    w1: &Array2<f64>,
    w2: &Array2<f64>,
    f_h: fn(f64) -> f64,
    f_o: fn(f64) -> f64,
) -> Array2<f64> {
    let h = x.dot(w1).mapv(f_h);
    h.dot(w2).mapv(f_o)
}
