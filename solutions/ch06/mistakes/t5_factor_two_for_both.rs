//! The 2 of the squared error is used for the cross-entropy, too.
//! Says: the factor 2 belongs to the squared error

pub fn output_delta(goal: Goal, y_hat: &Array2<f64>, y: &Array2<f64>) -> Array2<f64> {
    let _ = goal;
    2.0 * (y_hat - y) / y.nrows() as f64
}
