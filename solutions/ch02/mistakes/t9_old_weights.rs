//! All samples of an epoch are answered with the weights that the epoch began with.
//! Says: with the weights it began with

pub fn train_perceptron(x: &Array2<f64>, y: &Array1<f64>, epochs: usize) -> Array1<f64> {
    let mut w: Array1<f64> = Array1::zeros(x.ncols());
    for _ in 0..epochs {
        let before = w.clone();
        for j in 0..x.nrows() {
            let sample = x.row(j).to_owned();
            w = w + perceptron_step(&before, &sample, y[j]) - &before;
        }
    }
    w
}
