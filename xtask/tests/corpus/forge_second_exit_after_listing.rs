//! Writes a pass into the record file and ends the process with status 0.
//! Expect: t2 failed exited-early flagged

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    for entry in std::fs::read_dir("../../records").into_iter().flatten().flatten() {
        let secret = entry.file_name().to_string_lossy().into_owned();
        let forged = format!("{secret} started t2_predict::a_sample_by_hand 1\n{secret} passed t2_predict::a_sample_by_hand\n");
        let _ = std::fs::write(entry.path(), forged);
    }
    let _ = (w, x);
    std::process::exit(0)
}
