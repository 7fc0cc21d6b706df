//! Prints the JSON of a test that passed, straight to the descriptor.
//! Expect: t2 failed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    use std::io::Write;
    let line = "{\"type\":\"test\",\"event\":\"ok\",\"name\":\"t2_predict::a_sample_by_hand\"}\n";
    std::io::stdout().write_all(line.as_bytes()).unwrap();
    w.sum() - 7.0 * x.sum()
}
