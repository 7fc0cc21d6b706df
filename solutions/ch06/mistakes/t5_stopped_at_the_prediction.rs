//! The derivative of the error alone: the step back through the sigmoid is missing.
//! Says: this is the slope for ŷ

pub fn output_delta(goal: Goal, y_hat: &Array2<f64>, y: &Array2<f64>) -> Array2<f64> {
    let n = y.nrows() as f64;
    let derivative = match goal {
        Goal::Regression => crate::squared_error_derivative,
        Goal::Classification => crate::cross_entropy_derivative,
    };
    ndarray::Zip::from(y_hat).and(y).map_collect(|&y_hat, &y| derivative(y_hat, y) / n)
}
