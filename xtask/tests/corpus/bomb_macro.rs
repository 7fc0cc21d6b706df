//! A macro that doubles itself forty times.
//! Expect: t2 not-compiled

macro_rules! double {
    ($($t:tt)*) => { double!($($t)* $($t)*) };
}

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    double!(w.dot(x););
    w.dot(x)
}
