//! Reads the tests while it is compiled.
//! Expect: t2 not-compiled

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let _ = include_str!("../../../../exercises/ch01/tests/grade/t2_predict.rs");
    w.dot(x)
}
