//! A type of its own in the place of the number, equal to everything.
//! Expect: t2 not-compiled

#[derive(Clone, Copy)]
pub struct Everything;

impl PartialEq<f64> for Everything {
    fn eq(&self, _: &f64) -> bool {
        true
    }
}

pub fn predict(_: &Array1<f64>, _: &Array1<f64>) -> Everything {
    Everything
}
