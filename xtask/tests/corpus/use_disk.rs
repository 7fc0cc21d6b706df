//! Writes a file without end.
//! Expect: t2 crashed failed exited-early

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    use std::io::Write;
    for folder in ["../../records", ".", "/tmp", "/var/tmp", "/dev/shm"] {
        if let Ok(mut file) = std::fs::File::create(format!("{folder}/large")) {
            while file.write_all(&[0; 65536]).is_ok() {}
        }
    }
    w.sum() - 7.0 * x.sum()
}
