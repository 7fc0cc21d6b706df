//! The weights start at 1 instead of 0.
//! Says: the weights do not start at 0

pub fn train_perceptron(x: &Array2<f64>, y: &Array1<f64>, epochs: usize) -> Array1<f64> {
    let mut w = Array1::ones(x.ncols());
    for _ in 0..epochs {
        for j in 0..x.nrows() {
            w = perceptron_step(&w, &x.row(j).to_owned(), y[j]);
        }
    }
    w
}
