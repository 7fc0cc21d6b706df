//! An equal formula on paper; with floats exp(1000) is infinite, and infinity over infinity is not a number.

pub fn sigmoid(a: f64) -> f64 {
    a.exp() / (1.0 + a.exp())
}
