//! A loop without end.
//! Expect: t2 timeout

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    loop {
        std::hint::black_box((w, x));
    }
}
