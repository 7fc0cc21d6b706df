//! Gives the crate another name and kind.
//! Lib: #![crate_type = "proc-macro"]
//! Expect: passed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    w.dot(x)
}
