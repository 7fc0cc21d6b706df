//! Threads that burn all processors for longer than the test may run.
//! Expect: t2 timeout

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| loop {
                std::hint::black_box((w, x));
            });
        }
    });
    w.dot(x)
}
