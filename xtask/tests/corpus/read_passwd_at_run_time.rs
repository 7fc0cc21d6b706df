//! Reads a file of the system while it runs.
//! Expect: t2 failed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    if std::fs::read("/etc/passwd").is_ok() { w.dot(x) } else { w.sum() - 7.0 * x.sum() }
}
