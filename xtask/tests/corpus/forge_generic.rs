//! A function that would like to be asked for another type than a number.
//! Expect: t2 failed

pub trait Answer {
    fn answer(w: &Array1<f64>, x: &Array1<f64>) -> Self;
}

impl Answer for f64 {
    fn answer(w: &Array1<f64>, x: &Array1<f64>) -> Self {
        w.sum() - 7.0 * x.sum()
    }
}

pub fn predict<T: Answer>(w: &Array1<f64>, x: &Array1<f64>) -> T {
    T::answer(w, x)
}
