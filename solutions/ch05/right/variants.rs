//! What else is right: other steps, other loops, other ways to the same numbers.

pub fn forward_difference(f: &dyn Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    f(x + h) / h - f(x) / h
}

pub fn central_difference(f: &dyn Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    let (left, right) = (f(x - h), f(x + h));
    0.5 * (right - left) / h
}

/// Five points, with an error like h⁴.
pub fn numeric_gradient(f: &dyn Fn(&Array1<f64>) -> f64, at: &Array1<f64>) -> Array1<f64> {
    let h = 1e-4;
    let mut slopes = at.clone();
    for (i, slope) in slopes.iter_mut().enumerate() {
        let moved = |by: f64| {
            let mut w = at.clone();
            w[i] += by;
            f(&w)
        };
        *slope = (8.0 * (moved(h) - moved(-h)) - (moved(2.0 * h) - moved(-2.0 * h))) / (12.0 * h);
    }
    slopes
}

pub fn gradient_check(analytic: &Array1<f64>, numeric: &Array1<f64>) -> f64 {
    assert_eq!(analytic.len(), numeric.len());
    let errors = ndarray::Zip::from(analytic).and(numeric).map_collect(|&a, &n| relative_error(a, n));
    errors.into_iter().max_by(f64::total_cmp).unwrap_or_default()
}

pub fn step(w: &Array1<f64>, gradient: &Array1<f64>, eta: f64) -> Array1<f64> {
    w.clone() + &(gradient * -eta)
}

pub fn descend(
    gradient: &dyn Fn(&Array1<f64>) -> Array1<f64>,
    start: &Array1<f64>,
    eta: f64,
    steps: usize,
) -> Array2<f64> {
    let mut trajectory = Array2::zeros((0, start.len()));
    trajectory.push_row(start.view()).unwrap();
    for _ in 0..steps {
        let w = trajectory.row(trajectory.nrows() - 1).to_owned();
        trajectory.push_row(step(&w, &gradient(&w), eta).view()).unwrap();
    }
    trajectory
}

/// By Jacobi's rotations: the matrix is turned until only its diagonal is left.
pub fn step_limit(a: &Array2<f64>) -> f64 {
    let (mut a, k) = (a.clone(), a.nrows());
    for _ in 0..20 {
        for p in 0..k {
            for q in p + 1..k {
                let angle = 0.5 * (2.0 * a[[p, q]]).atan2(a[[q, q]] - a[[p, p]]);
                let mut turn = Array2::eye(k);
                turn[[p, p]] = angle.cos();
                turn[[q, q]] = angle.cos();
                turn[[p, q]] = angle.sin();
                turn[[q, p]] = -angle.sin();
                a = turn.t().dot(&a).dot(&turn);
            }
        }
    }
    2.0 / a.diag().iter().copied().fold(0.0, f64::max)
}

/// The sigmoid written out.
pub fn logistic_gradient(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> Array1<f64> {
    let p = 1.0 / (1.0 + (-x.dot(w)).exp());
    (p - y).dot(x) / x.nrows() as f64
}
