//! The right numbers in the wrong order, stored so that they lie in memory in the right one.
//! Expect: t5 failed

pub fn residuals(y: &Array1<f64>, y_hat: &Array1<f64>) -> Array1<f64> {
    let mut errors = y - y_hat;
    errors.invert_axis(ndarray::Axis(0));
    errors
}
