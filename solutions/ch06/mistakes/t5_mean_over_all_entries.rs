//! The mean is taken over samples and outputs.
//! Says: the number of entries

pub fn mean_error(goal: Goal, y_hat: &Array2<f64>, y: &Array2<f64>) -> f64 {
    let error = match goal {
        Goal::Regression => crate::squared_error,
        Goal::Classification => crate::cross_entropy,
    };
    ndarray::Zip::from(y_hat).and(y).map_collect(|&y_hat, &y| error(y_hat, y)).mean().unwrap()
}
