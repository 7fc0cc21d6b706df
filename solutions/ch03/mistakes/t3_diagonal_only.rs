//! One loop with the same index for rows and columns: only the diagonal is visited.
//! Says: only the diagonal

pub fn apply(f: fn(f64) -> f64, a: &Array2<f64>) -> Array2<f64> {
    let mut result = a.clone();
    for j in 0..a.nrows().min(a.ncols()) {
        result[[j, j]] = f(a[[j, j]]);
    }
    result
}
