//! The descent adds the gradient, and climbs.

pub fn logistic_regression(x: &Array2<f64>, y: &Array1<f64>, eta: f64, steps: usize) -> Array1<f64> {
    let mut w = Array1::zeros(x.ncols());
    for _ in 0..steps {
        w = &w + eta * logistic_gradient(x, y, &w);
    }
    w
}
