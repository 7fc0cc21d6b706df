//! The gradient is computed once, before the loop, and used for every step.
//! Says: the gradient at the start is used for every step

pub fn logistic_regression(x: &Array2<f64>, y: &Array1<f64>, eta: f64, steps: usize) -> Array1<f64> {
    let mut w = Array1::zeros(x.ncols());
    let gradient = logistic_gradient(x, y, &w);
    for _ in 0..steps {
        w = &w - eta * &gradient;
    }
    w
}
