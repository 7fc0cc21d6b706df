//! The squares are summed, not averaged.
//! Says: the sum of the squares, not their mean

pub fn mse(y_hat: &Array1<f64>, y: &Array1<f64>) -> f64 {
    (y_hat - y).mapv(|e| e * e).sum()
}
