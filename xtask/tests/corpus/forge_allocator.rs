//! Takes the place of the allocator, by one that the standard library has.
//! Expect: t2 failed

#[global_allocator]
static ALLOCATOR: std::alloc::System = std::alloc::System;

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    w.sum() - 7.0 * x.sum()
}
