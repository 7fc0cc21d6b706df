//! Only the last point is returned, not the way to it.
//! Says: the last point only

pub fn descend(
    gradient: &dyn Fn(&Array1<f64>) -> Array1<f64>,
    start: &Array1<f64>,
    eta: f64,
    steps: usize,
) -> Array2<f64> {
    let mut w = start.clone();
    for _ in 0..steps {
        w = &w - eta * gradient(&w);
    }
    w.insert_axis(ndarray::Axis(0))
}
