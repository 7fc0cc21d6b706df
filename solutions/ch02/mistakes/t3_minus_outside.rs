//! The method is called before the minus is applied: `-a.exp()` is −(exp(a)).
//! Says: write `(-a).exp()`

pub fn sigmoid(a: f64) -> f64 {
    1.0 / (1.0 + -a.exp())
}
