//! Every function in yet another style: recursion, rows, running means, and checks and an elimination of its own.

pub fn weighted_sum(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    if w.len() != x.len() {
        panic!("different lengths");
    }
    fn rest(w: &[f64], x: &[f64]) -> f64 {
        match (w, x) {
            ([], _) => 0.0,
            _ => w[0] * x[0] + rest(&w[1..], &x[1..]),
        }
    }
    rest(&w.to_vec(), &x.to_vec())
}

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    x.dot(w)
}

pub fn with_bias(x: &Array2<f64>) -> Array2<f64> {
    let mut entries = vec![];
    for row in x.rows() {
        entries.push(1.0);
        entries.extend(row.iter());
    }
    Array2::from_shape_vec((x.nrows(), x.ncols() + 1), entries).unwrap()
}

pub fn predict_batch(x: &Array2<f64>, w: &Array1<f64>) -> Array1<f64> {
    w.dot(&x.t())
}

pub fn residuals(y: &Array1<f64>, y_hat: &Array1<f64>) -> Array1<f64> {
    y.iter().zip(y_hat).map(|(y, y_hat)| y - y_hat).collect()
}

pub fn mse(y_hat: &Array1<f64>, y: &Array1<f64>) -> f64 {
    let mut mean = 0.0;
    for j in 0..y.len() {
        let square = (y_hat[j] - y[j]) * (y_hat[j] - y[j]);
        mean += (square - mean) / (j + 1) as f64;
    }
    mean
}

pub fn mse_gradient(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> Array1<f64> {
    let mut gradient = Array1::zeros(w.len());
    for (row, y) in x.rows().into_iter().zip(y) {
        gradient.scaled_add(2.0 * (row.dot(w) - y), &row);
    }
    gradient / y.len() as f64
}

/// By Gauss and Jordan, with the largest pivot.
pub fn least_squares(x: &Array2<f64>, y: &Array1<f64>) -> Array1<f64> {
    let (mut a, mut w) = (x.t().dot(x), x.t().dot(y));
    let smallest = 1e-12 * a.iter().fold(0.0, |max: f64, v| max.max(v.abs()));
    let k = w.len();
    for i in 0..k {
        let pivot = (i..k).max_by(|&p, &q| a[[p, i]].abs().total_cmp(&a[[q, i]].abs())).unwrap();
        assert!(a[[pivot, i]].abs() > smallest, "dependent columns");
        for j in 0..k {
            a.swap([i, j], [pivot, j]);
        }
        w.swap(i, pivot);
        let scale = a[[i, i]];
        for j in 0..k {
            a[[i, j]] /= scale;
        }
        w[i] /= scale;
        for row in 0..k {
            if row != i {
                let factor = a[[row, i]];
                for j in 0..k {
                    a[[row, j]] -= factor * a[[i, j]];
                }
                w[row] -= factor * w[i];
            }
        }
    }
    w
}

/// With the mean of the squares minus the square of the mean.
pub fn r_squared(y_hat: &Array1<f64>, y: &Array1<f64>) -> f64 {
    let n = y.len() as f64;
    let mean = y.sum() / n;
    let variance = y.dot(y) / n - mean * mean;
    let errors = y_hat - y;
    1.0 - errors.dot(&errors) / n / variance
}
