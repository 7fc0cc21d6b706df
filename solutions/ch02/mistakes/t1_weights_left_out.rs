//! The features are added up without their weights.
//! Says: features are added without their weights

pub fn pre_activation(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let mut a = 0.0;
    for i in 0..w.len() {
        a += x[i];
    }
    a
}
