//! The loop starts at 1 and leaves out the weight of the constant feature.
//! Says: the bias is forgotten

pub fn pre_activation(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let mut a = 0.0;
    for i in 1..w.len() {
        a += w[i] * x[i];
    }
    a
}
