//! Every function with plain loops, as a reader new to ndarray would write it.

pub fn forward_difference(f: &dyn Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    let rise = f(x + h) - f(x);
    rise / h
}

pub fn central_difference(f: &dyn Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    (f(x + h) - f(x - h)) / 2.0 / h
}

/// One copy, whose entries are moved and put back.
pub fn numeric_gradient(f: &dyn Fn(&Array1<f64>) -> f64, at: &Array1<f64>) -> Array1<f64> {
    let h = 1e-5;
    let mut w = at.clone();
    let mut slopes = Array1::zeros(at.len());
    for i in 0..at.len() {
        let before = w[i];
        w[i] = before + h;
        let up = f(&w);
        w[i] = before - h;
        let down = f(&w);
        w[i] = before;
        slopes[i] = (up - down) / (2.0 * h);
    }
    slopes
}

pub fn relative_error(a: f64, n: f64) -> f64 {
    if a.is_nan() || n.is_nan() || a.is_infinite() || n.is_infinite() {
        return 1.0;
    }
    let size = a.abs() + n.abs();
    if size < 1e-8 { (n - a).abs() / 1e-8 } else { (n - a).abs() / size }
}

pub fn gradient_check(analytic: &Array1<f64>, numeric: &Array1<f64>) -> f64 {
    assert_eq!(analytic.len(), numeric.len());
    let mut largest = 0.0;
    for i in (0..numeric.len()).rev() {
        let error = relative_error(analytic[i], numeric[i]);
        if error > largest {
            largest = error;
        }
    }
    largest
}

pub fn step(w: &Array1<f64>, gradient: &Array1<f64>, eta: f64) -> Array1<f64> {
    let mut next = w.clone();
    for i in 0..w.len() {
        next[i] -= eta * gradient[i];
    }
    next
}

pub fn descend(
    gradient: &dyn Fn(&Array1<f64>) -> Array1<f64>,
    start: &Array1<f64>,
    eta: f64,
    steps: usize,
) -> Array2<f64> {
    let k = start.len();
    let mut trajectory = Array2::zeros((steps + 1, k));
    for i in 0..k {
        trajectory[[0, i]] = start[i];
    }
    for t in 1..=steps {
        let slopes = gradient(&trajectory.row(t - 1).to_owned());
        for i in 0..k {
            trajectory[[t, i]] = trajectory[[t - 1, i]] - eta * slopes[i];
        }
    }
    trajectory
}

pub fn distance_factor(curvature: f64, eta: f64) -> f64 {
    (-eta).mul_add(curvature, 1.0)
}

/// By power iteration: a vector that is multiplied by the matrix again and again turns to the steepest direction.
pub fn step_limit(a: &Array2<f64>) -> f64 {
    let k = a.nrows();
    let mut v: Vec<f64> = (0..k).map(|i| 1.0 / (i as f64 + 1.5)).collect();
    let mut largest = 0.0;
    for _ in 0..500 {
        let mut next = vec![0.0; k];
        for i in 0..k {
            for j in 0..k {
                next[i] += a[[i, j]] * v[j];
            }
        }
        largest = next.iter().map(|v| v * v).sum::<f64>().sqrt();
        v = next.iter().map(|v| v / largest).collect();
    }
    2.0 / largest
}

pub fn descend_until(
    gradient: &dyn Fn(&Array1<f64>) -> Array1<f64>,
    start: &Array1<f64>,
    eta: f64,
    tolerance: f64,
    max_steps: usize,
) -> (Array1<f64>, usize) {
    let mut w = start.clone();
    let mut steps = 0;
    loop {
        let g = gradient(&w);
        let mut squares = 0.0;
        for i in 0..g.len() {
            squares += g[i] * g[i];
        }
        if squares.sqrt() <= tolerance || steps == max_steps {
            return (w, steps);
        }
        for i in 0..w.len() {
            w[i] -= eta * g[i];
        }
        steps += 1;
    }
}

pub fn least_squares_by_descent(x: &Array2<f64>, y: &Array1<f64>, eta: f64, steps: usize) -> Array1<f64> {
    let (n, k) = x.dim();
    let mut w = Array1::zeros(k);
    for _ in 0..steps {
        let mut gradient = Array1::<f64>::zeros(k);
        for j in 0..n {
            let mut error = -y[j];
            for i in 0..k {
                error += x[[j, i]] * w[i];
            }
            for i in 0..k {
                gradient[i] += 2.0 * error * x[[j, i]];
            }
        }
        for i in 0..k {
            w[i] -= eta * gradient[i] / n as f64;
        }
    }
    w
}

pub fn logistic_gradient(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> Array1<f64> {
    let (n, k) = x.dim();
    let mut gradient = Array1::zeros(k);
    for j in (0..n).rev() {
        let mut a = 0.0;
        for i in 0..k {
            a += x[[j, i]] * w[i];
        }
        let error = crate::given::sigmoid(a) - y[j];
        for i in 0..k {
            gradient[i] += error * x[[j, i]] / n as f64;
        }
    }
    gradient
}

pub fn logistic_regression(x: &Array2<f64>, y: &Array1<f64>, eta: f64, steps: usize) -> Array1<f64> {
    let mut w = Array1::zeros(x.ncols());
    for _ in 0..steps {
        let gradient = logistic_gradient(x, y, &w);
        for i in 0..w.len() {
            w[i] -= eta * gradient[i];
        }
    }
    w
}
