//! The function returns another type than its stub.
//! Expect: t9 not-compiled

pub fn r_squared(y_hat: &Array1<f64>, y: &Array1<f64>) -> f32 {
    (y_hat - y).sum() as f32
}
