//! Starts threads without end.
//! Expect: t2 panicked crashed timeout

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    loop {
        std::thread::spawn(|| std::thread::sleep(std::time::Duration::from_secs(60)));
        std::hint::black_box((w, x));
    }
}
