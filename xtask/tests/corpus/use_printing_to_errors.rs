//! Prints without end to standard error, past the capture of the test runner.
//! Expect: t2 output

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    use std::io::Write;
    loop {
        let _ = std::io::stderr().write_all(b"more and more and more\n");
        std::hint::black_box((w, x));
    }
}
