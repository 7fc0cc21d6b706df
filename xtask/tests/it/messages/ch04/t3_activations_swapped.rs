//! `f_o` is applied to the hidden layer, `f_h` to the output.

pub fn network(
    w1: &Array2<f64>,
    w2: &Array2<f64>,
    x: &Array1<f64>,
    f_h: fn(f64) -> f64,
    f_o: fn(f64) -> f64,
) -> Array1<f64> {
    w2.dot(&w1.dot(x).mapv(f_o)).mapv(f_h)
}
