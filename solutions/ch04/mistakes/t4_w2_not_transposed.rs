//! The first layer is transposed, the second is not.
//! Says: W2 is not transposed

pub fn network_batch(
    x: &Array2<f64>,
    w1: &Array2<f64>,
    w2: &Array2<f64>,
    f_h: fn(f64) -> f64,
    f_o: fn(f64) -> f64,
) -> Array2<f64> {
    let h = x.dot(&w1.t()).mapv(f_h);
    h.dot(w2).mapv(f_o)
}
