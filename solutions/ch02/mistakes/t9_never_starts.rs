//! The comparison leaves out the undecided neuron, so the weights stay 0.
//! Says: count a = 0 as a mistake

pub fn train_perceptron(x: &Array2<f64>, y: &Array1<f64>, epochs: usize) -> Array1<f64> {
    let mut w: Array1<f64> = Array1::zeros(x.ncols());
    for _ in 0..epochs {
        for j in 0..x.nrows() {
            if y[j] * w.dot(&x.row(j)) < 0.0 {
                w = w + y[j] * &x.row(j);
            }
        }
    }
    w
}
