//! The 1 is put before the pre-activations and goes through `f_h` with them.
//! Says: the constant goes through the activation

pub fn network_with_bias(
    w1: &Array2<f64>,
    w2: &Array2<f64>,
    x: &Array1<f64>,
    f_h: fn(f64) -> f64,
    f_o: fn(f64) -> f64,
) -> Array1<f64> {
    let h = crate::given::with_one(&w1.dot(x)).mapv(f_h);
    w2.dot(&h).mapv(f_o)
}
