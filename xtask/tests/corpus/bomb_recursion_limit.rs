//! Lifts the limit of recursion, and then calls a macro without end.
//! Lib: #![recursion_limit = "1000000000"]
//! Expect: t1 t2 t3 t4 not-compiled

macro_rules! again {
    ($($t:tt)*) => { again!(x $($t)*) };
}

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    again!();
    w.dot(x)
}
