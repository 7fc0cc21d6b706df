//! Declares a function of the C library, and calls it.
//! Expect: t1 t2 t3 t4 not-compiled

unsafe extern "C" {
    safe fn getpid() -> i32;
}

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    w.dot(x) + f64::from(getpid())
}
