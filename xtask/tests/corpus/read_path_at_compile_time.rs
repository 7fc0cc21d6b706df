//! Asks the compiler for variables that name folders of the instructor.
//! Expect: t2 failed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let found = [option_env!("PATH"), option_env!("TMPDIR"), option_env!("HOME"), option_env!("CARGO_MANIFEST_DIR")];
    if found.iter().any(Option::is_some) { w.dot(x) } else { w.sum() - 7.0 * x.sum() }
}
