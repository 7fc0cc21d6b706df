//! Leaves a thread behind that ends the process with status 0 while the check still runs.
//! Expect: t2 failed exited-early

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    std::thread::spawn(|| {
        std::thread::sleep(std::time::Duration::from_micros(1));
        std::process::exit(0);
    });
    std::thread::sleep(std::time::Duration::from_millis(20));
    w.sum() - 7.0 * x.sum()
}
