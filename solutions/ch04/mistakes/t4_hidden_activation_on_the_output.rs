//! The activation of the hidden layer is applied to the output, too.
//! Says: f_h is applied in both layers

pub fn network_batch(
    x: &Array2<f64>,
    w1: &Array2<f64>,
    w2: &Array2<f64>,
    f_h: fn(f64) -> f64,
    f_o: fn(f64) -> f64,
) -> Array2<f64> {
    let _ = f_o;
    x.dot(&w1.t()).mapv(f_h).dot(&w2.t()).mapv(f_h)
}
