//! Takes the place of a function of the C library.
//! Expect: t1 t2 t3 t4 not-compiled

#[unsafe(no_mangle)]
extern "C" fn write(_: i32, _: *const u8, n: usize) -> isize {
    n as isize
}

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    w.dot(x)
}
