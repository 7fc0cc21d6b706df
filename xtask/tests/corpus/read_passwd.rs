//! Reads a file of the system while it is compiled.
//! Expect: t2 not-compiled

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let _ = include_str!("/etc/passwd");
    w.dot(x)
}
