//! A line without an end.
//! Expect: t2 not-compiled

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let sum = w.dot(x)
    sum
}
