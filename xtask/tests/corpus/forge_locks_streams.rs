//! Keeps the lock of standard error for ever, so that the test cannot say how it ended.
//! Expect: t2 timeout failed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    std::thread::spawn(|| {
        let _lock = std::io::stderr().lock();
        std::thread::sleep(std::time::Duration::from_secs(1000));
    });
    std::thread::sleep(std::time::Duration::from_millis(20));
    w.sum() - 7.0 * x.sum()
}
