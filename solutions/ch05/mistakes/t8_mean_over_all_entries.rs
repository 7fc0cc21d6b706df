//! The slopes are divided by `x.len()`, which is the number of samples times the number of features.
//! Says: divided by n · k

pub fn least_squares_by_descent(x: &Array2<f64>, y: &Array1<f64>, eta: f64, steps: usize) -> Array1<f64> {
    let mut w = Array1::zeros(x.ncols());
    for _ in 0..steps {
        let errors = x.dot(&w) - y;
        w = &w - eta * x.t().dot(&errors) * 2.0 / x.len() as f64;
    }
    w
}
