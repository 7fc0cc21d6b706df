//! The column of ones stands at the wrong end.

pub fn with_bias(x: &Array2<f64>) -> Array2<f64> {
    let (n, k) = x.dim();
    let mut extended = Array2::ones((n, k + 1));
    for i in 0..k {
        extended.column_mut(i).assign(&x.column(i));
    }
    extended
}
