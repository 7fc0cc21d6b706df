//! Recursion in the place of loops.

pub fn descend_until(
    gradient: &dyn Fn(&Array1<f64>) -> Array1<f64>,
    start: &Array1<f64>,
    eta: f64,
    tolerance: f64,
    max_steps: usize,
) -> (Array1<f64>, usize) {
    let g = gradient(start);
    if max_steps == 0 || g.dot(&g).sqrt() <= tolerance {
        return (start.clone(), 0);
    }
    let (w, steps) = descend_until(gradient, &crate::step(start, &g, eta), eta, tolerance, max_steps - 1);
    (w, steps + 1)
}

pub fn least_squares_by_descent(x: &Array2<f64>, y: &Array1<f64>, eta: f64, steps: usize) -> Array1<f64> {
    if steps == 0 {
        return Array1::zeros(x.ncols());
    }
    let w = least_squares_by_descent(x, y, eta, steps - 1);
    &w - eta * 2.0 / y.len() as f64 * x.t().dot(&(x.dot(&w) - y))
}

pub fn logistic_regression(x: &Array2<f64>, y: &Array1<f64>, eta: f64, steps: usize) -> Array1<f64> {
    if steps == 0 {
        return Array1::zeros(x.ncols());
    }
    let w = logistic_regression(x, y, eta, steps - 1);
    let slopes = logistic_gradient(x, y, &w);
    w - eta * slopes
}
