//! The slopes are summed over the samples, so that the right `η` depends on how many there are.
//! Says: η would depend on n

pub fn least_squares_by_descent(x: &Array2<f64>, y: &Array1<f64>, eta: f64, steps: usize) -> Array1<f64> {
    let mut w = Array1::zeros(x.ncols());
    for _ in 0..steps {
        let errors = x.dot(&w) - y;
        w = &w - eta * 2.0 * x.t().dot(&errors);
    }
    w
}
