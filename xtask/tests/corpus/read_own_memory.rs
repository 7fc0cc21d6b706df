//! Opens its own memory, in which the secret stands.
//! Expect: t2 failed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    if std::fs::File::open("/proc/self/mem").is_ok() { w.dot(x) } else { w.sum() - 7.0 * x.sum() }
}
