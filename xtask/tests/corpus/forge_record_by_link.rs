//! Puts links to endless and to foreign files in the place of the records, for the grader to read.
//! Expect: t2 exited-early

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let _ = (w, x);
    for name in (1..60).map(|number| format!("../../records/{number}")) {
        let _ = std::fs::remove_file(&name);
        let _ = std::os::unix::fs::symlink("/dev/zero", &name);
        let _ = std::os::unix::fs::symlink("/etc/passwd", &name);
    }
    std::process::exit(0)
}
