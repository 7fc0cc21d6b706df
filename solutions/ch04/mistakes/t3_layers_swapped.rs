//! `x` meets `W2` first.
//! Says: the layers are swapped

pub fn network(
    w1: &Array2<f64>,
    w2: &Array2<f64>,
    x: &Array1<f64>,
    f_h: fn(f64) -> f64,
    f_o: fn(f64) -> f64,
) -> Array1<f64> {
    w1.dot(&w2.dot(x).mapv(f_h)).mapv(f_o)
}
