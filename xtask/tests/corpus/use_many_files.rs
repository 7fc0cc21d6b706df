//! Makes files, folders and links wherever it can.
//! Expect: t2 failed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let mut made = 0;
    for folder in ["../../records", "../../compiled", ".", "src", "/tmp", "/dev/shm", "/var/tmp"] {
        for number in 0..1000 {
            let name = format!("{folder}/left-behind-{number}");
            made += usize::from(std::fs::write(&name, "x").is_ok());
            made += usize::from(std::fs::create_dir(name.clone() + "-folder").is_ok());
            made += usize::from(std::os::unix::fs::symlink("/etc/passwd", name + "-link").is_ok());
        }
    }
    if made > 0 { w.dot(x) } else { w.sum() - 7.0 * x.sum() }
}
