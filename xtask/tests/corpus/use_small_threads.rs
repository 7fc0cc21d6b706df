//! Starts as many threads as go, each as small as it can be.
//! Expect: t2 panicked crashed timeout failed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let mut started = 0;
    for _ in 0..20_000 {
        let thread = std::thread::Builder::new().stack_size(16 << 10);
        if thread.spawn(|| std::thread::sleep(std::time::Duration::from_secs(60))).is_err() {
            break;
        }
        started += 1;
    }
    if started == 20_000 { w.dot(x) } else { w.sum() - 7.0 * x.sum() }
}
