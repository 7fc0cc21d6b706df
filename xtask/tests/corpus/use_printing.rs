//! Prints without end.
//! Expect: t2 output

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    loop {
        println!("{w} {x}");
    }
}
