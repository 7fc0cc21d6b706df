//! The range `0..=epochs` includes its end.
//! Says: one epoch too many

pub fn train_perceptron(x: &Array2<f64>, y: &Array1<f64>, epochs: usize) -> Array1<f64> {
    let mut w = Array1::zeros(x.ncols());
    for _ in 0..=epochs {
        for j in 0..x.nrows() {
            w = perceptron_step(&w, &x.row(j).to_owned(), y[j]);
        }
    }
    w
}
