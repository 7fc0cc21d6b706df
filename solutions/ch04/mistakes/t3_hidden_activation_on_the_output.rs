//! The activation of the hidden layer is applied to the output as well, in place of its own.
//! Says: the output has the activation of the hidden layer

pub fn network(
    w1: &Array2<f64>,
    w2: &Array2<f64>,
    x: &Array1<f64>,
    f_h: fn(f64) -> f64,
    f_o: fn(f64) -> f64,
) -> Array1<f64> {
    let _ = f_o;
    w2.dot(&w1.dot(x).mapv(f_h)).mapv(f_h)
}
