//! The loops are swapped: all epochs are spent on the first sample before the second is seen.
//! Says: the loops are swapped

pub fn train_perceptron(x: &Array2<f64>, y: &Array1<f64>, epochs: usize) -> Array1<f64> {
    let mut w = Array1::zeros(x.ncols());
    for j in 0..x.nrows() {
        for _ in 0..epochs {
            w = perceptron_step(&w, &x.row(j).to_owned(), y[j]);
        }
    }
    w
}
