//! The inner loop starts at 1 and leaves out the feature at index 0.
//! Says: the first feature is left out

pub fn predict_batch(x: &Array2<f64>, w: &Array1<f64>) -> Array1<f64> {
    let mut y_hat = Array1::zeros(x.nrows());
    for j in 0..x.nrows() {
        for i in 1..x.ncols() {
            y_hat[j] += x[[j, i]] * w[i];
        }
    }
    y_hat
}
