//! Sleeps for an hour.
//! Expect: t2 timeout

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    std::thread::sleep(std::time::Duration::from_secs(3600));
    w.dot(x)
}
