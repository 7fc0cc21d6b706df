//! The start is not written into row 0.
//! Says: row 0 is never written

pub fn descend(
    gradient: &dyn Fn(&Array1<f64>) -> Array1<f64>,
    start: &Array1<f64>,
    eta: f64,
    steps: usize,
) -> Array2<f64> {
    let mut trajectory = Array2::zeros((steps + 1, start.len()));
    let mut w = start.clone();
    for t in 0..steps {
        w = step(&w, &gradient(&w), eta);
        trajectory.row_mut(t + 1).assign(&w);
    }
    trajectory
}
