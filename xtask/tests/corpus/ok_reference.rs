//! Nothing is wrong.
//! Expect: t2 passed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    w.dot(x)
}
