//! The derivative of the sigmoid is multiplied in, though it has cancelled with the cross-entropy.
//! Says: which has cancelled already

pub fn output_delta(goal: Goal, y_hat: &Array2<f64>, y: &Array2<f64>) -> Array2<f64> {
    let n = y.nrows() as f64;
    match goal {
        Goal::Regression => 2.0 * (y_hat - y) / n,
        Goal::Classification => (y_hat - y) * y_hat.mapv(|p| p * (1.0 - p)) / n,
    }
}
