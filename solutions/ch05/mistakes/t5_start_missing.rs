//! The trajectory begins after the first step.
//! Says: the start is missing

pub fn descend(
    gradient: &dyn Fn(&Array1<f64>) -> Array1<f64>,
    start: &Array1<f64>,
    eta: f64,
    steps: usize,
) -> Array2<f64> {
    let mut trajectory = Array2::zeros((steps, start.len()));
    let mut w = start.clone();
    for t in 0..steps {
        w = &w - eta * gradient(&w);
        trajectory.row_mut(t).assign(&w);
    }
    trajectory
}
