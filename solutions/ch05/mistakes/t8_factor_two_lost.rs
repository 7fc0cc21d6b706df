//! The 2 from the derivative of the square is lost.
//! Says: the factor 2 is lost

pub fn least_squares_by_descent(x: &Array2<f64>, y: &Array1<f64>, eta: f64, steps: usize) -> Array1<f64> {
    let mut w = Array1::zeros(x.ncols());
    for _ in 0..steps {
        let errors = x.dot(&w) - y;
        w = &w - eta * x.t().dot(&errors) / y.len() as f64;
    }
    w
}
