//! A constant whose evaluation never ends.
//! Expect: t1 t2 t3 t4 not-compiled

const ENDLESS: u64 = {
    let mut n = 0_u64;
    while n < u64::MAX {
        n += 1;
    }
    n
};

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    w.dot(x) + ENDLESS as f64
}
