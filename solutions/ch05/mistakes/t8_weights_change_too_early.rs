//! Each weight moves before the slopes of the others are computed.
//! Says: before its gradient is complete

pub fn least_squares_by_descent(x: &Array2<f64>, y: &Array1<f64>, eta: f64, steps: usize) -> Array1<f64> {
    let mut w = Array1::zeros(x.ncols());
    for _ in 0..steps {
        for i in 0..w.len() {
            let slope = 2.0 * x.column(i).dot(&(x.dot(&w) - y)) / y.len() as f64;
            w[i] -= eta * slope;
        }
    }
    w
}
