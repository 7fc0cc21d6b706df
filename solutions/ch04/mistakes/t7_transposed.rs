//! The product of the transposes, in the order of the batch form: the result is transposed.
//! Says: this is transposed

pub fn collapse(w1: &Array2<f64>, w2: &Array2<f64>) -> Array2<f64> {
    w1.t().dot(&w2.t())
}
