//! Every function with whole-array operations and iterators, by other formulas than the reference's.

/// The distance that was really gone, after rounding.
pub fn forward_difference(f: &dyn Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    let right = x + h;
    (f(right) - f(x)) / (right - x)
}

/// The mean of the forward and the backward difference.
pub fn central_difference(f: &dyn Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    ((f(x + h) - f(x)) / h + (f(x) - f(x - h)) / h) * 0.5
}

/// A step that grows with the entry.
pub fn numeric_gradient(f: &dyn Fn(&Array1<f64>) -> f64, at: &Array1<f64>) -> Array1<f64> {
    (0..at.len())
        .map(|i| {
            let h = 6e-6 * at[i].abs().max(1.0);
            let moved = |by: f64| Array1::from_shape_fn(at.len(), |j| if j == i { at[j] + by } else { at[j] });
            (f(&moved(h)) - f(&moved(-h))) / (2.0 * h)
        })
        .collect()
}

pub fn relative_error(a: f64, n: f64) -> f64 {
    let error = (a - n).abs() / f64::max(1e-8, a.abs() + n.abs());
    if error.is_finite() && a.is_finite() && n.is_finite() { error } else { 1.0 }
}

pub fn gradient_check(analytic: &Array1<f64>, numeric: &Array1<f64>) -> f64 {
    assert_eq!(analytic.len(), numeric.len());
    analytic.iter().zip(numeric).map(|(&a, &n)| relative_error(a, n)).fold(0.0, f64::max)
}

pub fn step(w: &Array1<f64>, gradient: &Array1<f64>, eta: f64) -> Array1<f64> {
    ndarray::Zip::from(w).and(gradient).map_collect(|w, slope| (-eta).mul_add(*slope, *w))
}

/// Point after point, put together at the end.
pub fn descend(
    gradient: &dyn Fn(&Array1<f64>) -> Array1<f64>,
    start: &Array1<f64>,
    eta: f64,
    steps: usize,
) -> Array2<f64> {
    let points = std::iter::successors(Some(start.clone()), |w| Some(w - gradient(w) * eta));
    let numbers: Vec<f64> = points.take(steps + 1).flatten().collect();
    Array2::from_shape_vec((steps + 1, start.len()), numbers).unwrap()
}

pub fn distance_factor(curvature: f64, eta: f64) -> f64 {
    (curvature.recip() - eta) * curvature
}

/// The step of half the matrix is twice as long.
pub fn step_limit(a: &Array2<f64>) -> f64 {
    crate::given::largest_eigenvalue(&(a / 2.0)).recip()
}

pub fn descend_until(
    gradient: &dyn Fn(&Array1<f64>) -> Array1<f64>,
    start: &Array1<f64>,
    eta: f64,
    tolerance: f64,
    max_steps: usize,
) -> (Array1<f64>, usize) {
    let mut w = start.clone();
    let mut g = gradient(&w);
    let mut steps = 0;
    while steps < max_steps && !(g.iter().copied().fold(0.0, f64::hypot) <= tolerance) {
        w.scaled_add(-eta, &g);
        g = gradient(&w);
        steps += 1;
    }
    (w, steps)
}

/// By the normal equations' parts: XᵀX and Xᵀy are computed once.
pub fn least_squares_by_descent(x: &Array2<f64>, y: &Array1<f64>, eta: f64, steps: usize) -> Array1<f64> {
    let n = x.nrows() as f64;
    let (xx, xy) = (x.t().dot(x) / n, x.t().dot(y) / n);
    (0..steps).fold(Array1::zeros(x.ncols()), |w, _| &w - 2.0 * eta * (xx.dot(&w) - &xy))
}

pub fn logistic_gradient(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> Array1<f64> {
    let errors = ndarray::Zip::from(&x.dot(w)).and(y).map_collect(|a, y| 0.5 * (0.5 * a).tanh() + 0.5 - y);
    (x * &errors.insert_axis(ndarray::Axis(1))).mean_axis(ndarray::Axis(0)).unwrap()
}

pub fn logistic_regression(x: &Array2<f64>, y: &Array1<f64>, eta: f64, steps: usize) -> Array1<f64> {
    (0..steps).fold(Array1::zeros(x.ncols()), |mut w, _| {
        let gradient = logistic_gradient(x, y, &w);
        w.scaled_add(-eta, &gradient);
        w
    })
}
