//! The ones are added as a row, which is a sample, and not as a column, which is a feature.
//! Says: a row of ones was added

pub fn with_bias(x: &Array2<f64>) -> Array2<f64> {
    let (n, k) = x.dim();
    let mut extended = Array2::ones((n + 1, k));
    for j in 0..n {
        extended.row_mut(j + 1).assign(&x.row(j));
    }
    extended
}
