//! A function that calls itself without end.
//! Expect: t2 crashed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    1.0 + predict(w, x)
}
