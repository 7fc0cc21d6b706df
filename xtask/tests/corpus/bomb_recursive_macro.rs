//! A macro that calls itself without end.
//! Expect: t2 not-compiled

macro_rules! again {
    ($($t:tt)*) => { again!(x $($t)*) };
}

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    again!();
    w.dot(x)
}
