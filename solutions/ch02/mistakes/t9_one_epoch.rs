//! The batch is gone through once, whatever `epochs` says.
//! Says: only one epoch was made

pub fn train_perceptron(x: &Array2<f64>, y: &Array1<f64>, epochs: usize) -> Array1<f64> {
    let _ = epochs;
    let mut w = Array1::zeros(x.ncols());
    for j in 0..x.nrows() {
        w = perceptron_step(&w, &x.row(j).to_owned(), y[j]);
    }
    w
}
