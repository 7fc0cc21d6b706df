//! Errors in two functions; the others are graded.
//! Expect: t2 t5 not-compiled

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    w.dott(x)
}

pub fn residuals(y: &Array1<f64>, y_hat: &Array1<f64>) -> Array1<f64> {
    y - y_hut
}
