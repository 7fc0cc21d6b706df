//! A static array of eight gigabytes.
//! Expect: t1 t2 t3 t4 not-compiled

static LARGE: [u8; 1 << 33] = [1; 1 << 33];

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    w.dot(x) + f64::from(LARGE[w.len()])
}
