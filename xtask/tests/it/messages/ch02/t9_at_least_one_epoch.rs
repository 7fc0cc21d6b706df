//! The loop asks only after an epoch whether it should have begun.

pub fn train_perceptron(x: &Array2<f64>, y: &Array1<f64>, epochs: usize) -> Array1<f64> {
    let mut w: Array1<f64> = Array1::zeros(x.ncols());
    let mut done = 0;
    loop {
        for (x, &y) in x.rows().into_iter().zip(y) {
            if y * w.dot(&x) <= 0.0 {
                w = w + y * &x;
            }
        }
        done += 1;
        if done >= epochs {
            break;
        }
    }
    w
}
