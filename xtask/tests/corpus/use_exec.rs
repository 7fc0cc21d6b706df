//! Becomes another program, without starting a process.
//! Expect: t2 failed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    use std::os::unix::process::CommandExt;
    for program in ["/bin/true", "/usr/bin/true", "/bin/sh", "/proc/self/exe", "/lib64/ld-linux-x86-64.so.2"] {
        let _ = std::process::Command::new(program).arg("/bin/true").exec();
    }
    w.sum() - 7.0 * x.sum()
}
