//! Reads a variable of the environment while it is compiled.
//! Expect: t2 not-compiled

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let _ = env!("HOME");
    w.dot(x)
}
