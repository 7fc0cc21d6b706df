//! Allows itself unsafe code.
//! Expect: t2 not-compiled

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    #[allow(unsafe_code)]
    unsafe {
        *w.as_ptr() + *x.as_ptr()
    }
}
