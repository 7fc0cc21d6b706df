//! Leaves threads behind that never end.
//! Expect: t2 passed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    for _ in 0..8 {
        std::thread::spawn(|| {
            loop {
                std::thread::sleep(std::time::Duration::from_secs(1));
            }
        });
    }
    w.dot(x)
}
