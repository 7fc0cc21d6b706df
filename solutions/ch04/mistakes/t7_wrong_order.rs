//! `W1 W2`: the layer that meets x first stands on the left.
//! Says: this is W1 W2

pub fn collapse(w1: &Array2<f64>, w2: &Array2<f64>) -> Array2<f64> {
    w1.dot(w2)
}
