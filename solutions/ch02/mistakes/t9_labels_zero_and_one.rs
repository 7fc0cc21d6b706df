//! The answers are coded 0 and 1, the labels −1 and 1.
//! Says: answers coded 0 and 1 are compared with labels coded −1 and 1

pub fn train_perceptron(x: &Array2<f64>, y: &Array1<f64>, epochs: usize) -> Array1<f64> {
    let mut w: Array1<f64> = Array1::zeros(x.ncols());
    for _ in 0..epochs {
        for j in 0..x.nrows() {
            let y_hat = if w.dot(&x.row(j)) > 0.0 { 1.0 } else { 0.0 };
            w = w + (y[j] - y_hat) * &x.row(j);
        }
    }
    w
}
