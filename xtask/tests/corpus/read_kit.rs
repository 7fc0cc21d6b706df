//! Includes what lies around where it is compiled: the libraries, the tests, the reference.
//! Expect: t2 not-compiled

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let _ = (w, x);
    include_bytes!("../../../compiled/grade").len() as f64
}
