//! A destructor that ends the process with status 0 when the test's thread ends, after its record.
//! Expect: t2 failed

struct Leaving;

impl Drop for Leaving {
    fn drop(&mut self) {
        std::process::exit(0);
    }
}

thread_local! {
    static LEAVING: Leaving = const { Leaving };
}

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    LEAVING.with(|_| w.sum() - 7.0 * x.sum())
}
