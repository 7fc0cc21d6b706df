//! The slopes are not divided by the number of samples, so a larger batch takes larger steps.
//! Says: the slopes are not averaged

pub fn output_delta(goal: Goal, y_hat: &Array2<f64>, y: &Array2<f64>) -> Array2<f64> {
    match goal {
        Goal::Regression => 2.0 * (y_hat - y),
        Goal::Classification => y_hat - y,
    }
}
