//! Writes into memory that other processes share.
//! Expect: t2 failed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    if std::fs::write("/dev/shm/left-behind", "x").is_ok() { w.dot(x) } else { w.sum() - 7.0 * x.sum() }
}
