//! Includes standard input and the descriptors of the compiler.
//! Expect: t2 not-compiled

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let _ = (w, x, include_str!("/proc/self/environ"));
    include_str!("/proc/self/maps").len() as f64
}
