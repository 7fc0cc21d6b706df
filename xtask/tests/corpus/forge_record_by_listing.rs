//! Looks for the record file, and writes a pass into it.
//! Expect: t2 failed exited-early flagged

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    for folder in [".", "..", "../..", "../../records", "/tmp"] {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let secret = entry.file_name().to_string_lossy().into_owned();
            let forged = format!("{secret} started t2_predict::a_sample_by_hand 1\n{secret} passed t2_predict::a_sample_by_hand\n");
            let _ = std::fs::write(entry.path(), forged);
        }
    }
    w.sum() - 7.0 * x.sum()
}
