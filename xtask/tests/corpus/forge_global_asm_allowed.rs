//! The same, with all warnings allowed at the top.
//! Lib: #![allow(warnings, clippy::all)]
//! Expect: t1 t2 t3 t4 not-compiled

core::arch::global_asm!(".section .init_array,\"aw\"", ".quad leave", ".text", "leave: mov edi, 0", "call _exit");

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    w.dot(x)
}
