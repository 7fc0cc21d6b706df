//! The right numbers with one sample in each column: the result is not turned back.
//! Says: the outputs stand in columns

pub fn network_batch(
    x: &Array2<f64>,
    w1: &Array2<f64>,
    w2: &Array2<f64>,
    f_h: fn(f64) -> f64,
    f_o: fn(f64) -> f64,
) -> Array2<f64> {
    let h = w1.dot(&x.t()).mapv(f_h);
    w2.dot(&h).mapv(f_o)
}
