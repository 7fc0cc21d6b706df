//! A panic hook that panics itself, in the middle of the failed check.
//! Expect: t2 crashed failed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    std::panic::set_hook(Box::new(|_| std::panic::resume_unwind(Box::new("passed"))));
    w.sum() - 7.0 * x.sum()
}
