//! Ends the process with status 0 before the last check.
//! Expect: t2 exited-early

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let _ = (w, x);
    std::process::exit(0)
}
