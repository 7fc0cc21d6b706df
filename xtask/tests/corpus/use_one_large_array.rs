//! One array of a terabyte.
//! Expect: t2 crashed panicked

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let large = vec![1_u8; 1 << 40];
    f64::from(large[w.len() + x.len()])
}
