//! Aborts the process.
//! Expect: t2 crashed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let _ = (w, x);
    std::process::abort()
}
