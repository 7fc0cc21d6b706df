//! The two factors are multiplied as they are: at 0 and 1 they no longer cancel.
//! Says: no longer cancel

pub fn output_delta(goal: Goal, y_hat: &Array2<f64>, y: &Array2<f64>) -> Array2<f64> {
    let n = y.nrows() as f64;
    Array2::from_shape_fn(y.dim(), |at| {
        let (p, t) = (y_hat[at], y[at]);
        match goal {
            Goal::Regression => 2.0 * (p - t) / n,
            Goal::Classification => crate::cross_entropy_derivative(p, t) * p * (1.0 - p) / n,
        }
    })
}
