//! `W1 X`, as if the samples stood in columns: many books write a batch that way.
//! Says: for samples in columns

pub fn network_batch(
    x: &Array2<f64>,
    w1: &Array2<f64>,
    w2: &Array2<f64>,
    f_h: fn(f64) -> f64,
    f_o: fn(f64) -> f64,
) -> Array2<f64> {
    let h = w1.dot(x).mapv(f_h);
    w2.dot(&h).mapv(f_o)
}
