//! The weight of the constant feature is left out.
//! Says: the bias is forgotten

pub fn neuron(w: &Array1<f64>, x: &Array1<f64>, f: fn(f64) -> f64) -> f64 {
    let mut a = 0.0;
    for i in 1..w.len() {
        a += w[i] * x[i];
    }
    f(a)
}
