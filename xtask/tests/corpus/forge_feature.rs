//! Switches on what the compiler keeps for itself. The course's own `lib.rs` takes the place of a refused one.
//! Lib: #![feature(rustc_private, allow_internal_unsafe, no_core)]
//! Expect: passed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    w.dot(x)
}
