//! The gradient is added, so that the steps go uphill and never arrive.

pub fn descend_until(
    gradient: &dyn Fn(&Array1<f64>) -> Array1<f64>,
    start: &Array1<f64>,
    eta: f64,
    tolerance: f64,
    max_steps: usize,
) -> (Array1<f64>, usize) {
    let mut w = start.clone();
    for t in 0..max_steps {
        let g = gradient(&w);
        if g.dot(&g).sqrt() <= tolerance {
            return (w, t);
        }
        w = &w + eta * g;
    }
    (w, max_steps)
}
