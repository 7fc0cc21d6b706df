//! Names crates that it may not use, but that others need.
//! Expect: t1 t2 t3 t4 not-compiled

extern crate checks;
extern crate approx;

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let _: Option<checks::Verdict> = None;
    w.dot(x)
}
