//! Looks for other submissions beside its own.
//! Expect: t2 failed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let listed = std::fs::read_dir("../../..").is_ok();
    if listed { w.dot(x) } else { w.sum() - 7.0 * x.sum() }
}
