//! Starts processes without end.
//! Expect: t2 failed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let started = (0..100).filter(|_| std::process::Command::new("/bin/sleep").arg("60").spawn().is_ok()).count();
    if started > 0 { w.dot(x) } else { w.sum() - 7.0 * x.sum() }
}
