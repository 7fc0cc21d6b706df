//! Answers rightly the first time only.
//! Expect: t6 failed passed

static CALLS: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);

pub fn mse(y_hat: &Array1<f64>, y: &Array1<f64>) -> f64 {
    let first = CALLS.fetch_add(1, std::sync::atomic::Ordering::Relaxed) == 0;
    if first { (y_hat - y).pow2().mean().unwrap() } else { -1.0 }
}
