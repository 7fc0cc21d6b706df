//! Writes records without the secret into every file that it can find.
//! Expect: t2 failed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    for name in ["record", "result", "../../records/record"] {
        let _ = std::fs::write(name, "passed t2_predict::a_sample_by_hand\n");
    }
    w.sum() - 7.0 * x.sum()
}
