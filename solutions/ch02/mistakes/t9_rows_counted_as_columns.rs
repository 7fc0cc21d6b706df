//! The loop over the samples runs to the number of columns.
//! Says: the samples are the rows

pub fn train_perceptron(x: &Array2<f64>, y: &Array1<f64>, epochs: usize) -> Array1<f64> {
    let mut w: Array1<f64> = Array1::zeros(x.ncols());
    for _ in 0..epochs {
        for j in 0..x.ncols() {
            if y[j] * w.dot(&x.row(j)) <= 0.0 {
                w = w + y[j] * &x.row(j);
            }
        }
    }
    w
}
