//! `epochs` counts samples instead of passes through the batch.
//! Says: only one step was made

pub fn train_perceptron(x: &Array2<f64>, y: &Array1<f64>, epochs: usize) -> Array1<f64> {
    let mut w = Array1::zeros(x.ncols());
    for step in 0..epochs {
        let j = step % x.nrows();
        w = perceptron_step(&w, &x.row(j).to_owned(), y[j]);
    }
    w
}
