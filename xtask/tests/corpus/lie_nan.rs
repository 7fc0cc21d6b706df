//! NaN everywhere.
//! Expect: t2 failed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    w.dot(x) * f64::NAN
}
