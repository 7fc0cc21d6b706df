//! Each weight moves before the slopes of the others are computed.
//! Says: before its gradient is complete

pub fn descend(
    gradient: &dyn Fn(&Array1<f64>) -> Array1<f64>,
    start: &Array1<f64>,
    eta: f64,
    steps: usize,
) -> Array2<f64> {
    let mut trajectory = Array2::zeros((steps + 1, start.len()));
    let mut w = start.clone();
    trajectory.row_mut(0).assign(&w);
    for t in 0..steps {
        for i in 0..w.len() {
            let slope = gradient(&w)[i];
            w[i] -= eta * slope;
        }
        trajectory.row_mut(t + 1).assign(&w);
    }
    trajectory
}
