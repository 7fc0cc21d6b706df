//! A message of a megabyte.
//! Expect: t2 panicked

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    panic!("{}", "long ".repeat(200_000 + w.len() + x.len()))
}
