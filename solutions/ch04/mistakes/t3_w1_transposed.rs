//! `W1ᵀ x` instead of `W1 x`: the transpose belongs to the batch form.
//! Says: W1 is transposed

pub fn network(
    w1: &Array2<f64>,
    w2: &Array2<f64>,
    x: &Array1<f64>,
    f_h: fn(f64) -> f64,
    f_o: fn(f64) -> f64,
) -> Array1<f64> {
    let h = w1.t().dot(x).mapv(f_h);
    w2.dot(&h).mapv(f_o)
}
