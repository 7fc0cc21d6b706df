//! A student who prints while looking for a mistake.
//! Expect: t2 passed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    println!("w = {w}, x = {x}");
    dbg!(w.dot(x))
}
