//! The start counts as a step, so that the last one is missing.
//! Says: the last step is missing

pub fn descend(
    gradient: &dyn Fn(&Array1<f64>) -> Array1<f64>,
    start: &Array1<f64>,
    eta: f64,
    steps: usize,
) -> Array2<f64> {
    let mut trajectory = Array2::zeros((steps.max(1), start.len()));
    let mut w = start.clone();
    for t in 0..steps.max(1) {
        trajectory.row_mut(t).assign(&w);
        w = &w - eta * gradient(&w);
    }
    trajectory
}
