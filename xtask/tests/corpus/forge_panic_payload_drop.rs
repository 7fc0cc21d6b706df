//! A panic whose payload panics again when it is dropped.
//! Expect: t2 panicked crashed

struct Again;

impl Drop for Again {
    fn drop(&mut self) {
        panic!("passed");
    }
}

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let _ = (w, x);
    std::panic::panic_any(Again)
}
