//! A function that is made anew for ever larger types.
//! Expect: t2 not-compiled

fn deeper<T: Fn() -> f64 + Copy>(f: T, n: usize) -> f64 {
    if n == 0 { f() } else { deeper(move || f(), n - 1) }
}

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let sum = w.dot(x);
    deeper(move || sum, 3)
}
