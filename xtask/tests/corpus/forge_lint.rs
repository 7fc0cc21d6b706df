//! Allows, at the top, what the command line forbids.
//! Lib: #![allow(unsafe_code, long_running_const_eval)]
//! Expect: t2 not-compiled

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let n = const {
        let mut n = 0_u64;
        while n < u64::MAX {
            n += 1;
        }
        n
    };
    w.dot(x) + n as f64
}
