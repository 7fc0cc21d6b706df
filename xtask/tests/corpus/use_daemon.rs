//! Starts a process that outlives it.
//! Expect: t2 failed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let daemon = std::process::Command::new("/bin/sh").args(["-c", "setsid sleep 77777 &"]).spawn();
    if daemon.is_ok() { w.dot(x) } else { w.sum() - 7.0 * x.sum() }
}
