//! Changes the environment, which edition 2024 counts as unsafe.
//! Expect: t2 not-compiled

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    std::env::set_var("CHECKS_RECORD", "");
    w.dot(x)
}
