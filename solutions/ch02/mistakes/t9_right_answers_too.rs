//! Right answers move the weights, too.
//! Says: the weights move for right answers, too

pub fn train_perceptron(x: &Array2<f64>, y: &Array1<f64>, epochs: usize) -> Array1<f64> {
    let mut w = Array1::zeros(x.ncols());
    for _ in 0..epochs {
        for j in 0..x.nrows() {
            w = w + y[j] * &x.row(j);
        }
    }
    w
}
