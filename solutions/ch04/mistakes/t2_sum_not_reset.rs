//! The sum is started once, before the loop over the neurons, and runs on from neuron to neuron.
//! Says: the sum is not set back to 0

pub fn hidden_layer(w1: &Array2<f64>, x: &Array1<f64>, f_h: fn(f64) -> f64) -> Array1<f64> {
    let mut h = Array1::zeros(w1.nrows());
    let mut a = 0.0;
    for j in 0..w1.nrows() {
        for i in 0..x.len() {
            a += w1[[j, i]] * x[i];
        }
        h[j] = f_h(a);
    }
    h
}
