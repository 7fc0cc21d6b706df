//! Claims that everything is still to do.
//! Expect: t2 todo

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    panic!("not yet implemented: {w} {x}")
}
