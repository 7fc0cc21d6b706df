//! Prints a file in an error of the compiler.
//! Expect: t2 not-compiled

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    compile_error!(include_str!("/etc/passwd"));
    w.dot(x)
}
