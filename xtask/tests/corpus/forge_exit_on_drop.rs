//! A value whose destructor ends the process while a panic unwinds.
//! Expect: t2 exited-early

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let _leaving = Leaving;
    panic!("{w} {x}")
}

struct Leaving;

impl Drop for Leaving {
    fn drop(&mut self) {
        std::process::exit(0);
    }
}
