//! A panic hook that never returns, so that no failed check is recorded, and a thread that exits with status 0.
//! Expect: t2 exited-early timeout

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    std::panic::set_hook(Box::new(|_| loop {
        std::thread::park()
    }));
    std::thread::spawn(|| {
        std::thread::sleep(std::time::Duration::from_millis(50));
        std::process::exit(0)
    });
    w.sum() - 7.0 * x.sum()
}
