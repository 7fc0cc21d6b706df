//! The sum of the weights is multiplied by the sum of the features; the products have to come first.
//! Says: multiply first, then add

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    w.sum() * x.sum()
}
