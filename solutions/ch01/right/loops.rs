//! Every function with plain loops, as a reader new to ndarray would write it.

pub fn weighted_sum(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    assert_eq!(w.len(), x.len());
    let mut sum = 0.0;
    for i in (0..w.len()).rev() {
        sum = w[i].mul_add(x[i], sum);
    }
    sum
}

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    assert_eq!(w.len(), x.len());
    let mut sum = 0.0;
    for i in 0..w.len() {
        sum += w[i] * x[i];
    }
    sum
}

pub fn with_bias(x: &Array2<f64>) -> Array2<f64> {
    let (n, k) = x.dim();
    let mut extended = Array2::zeros((n, k + 1));
    for j in 0..n {
        extended[[j, 0]] = 1.0;
        for i in 0..k {
            extended[[j, i + 1]] = x[[j, i]];
        }
    }
    extended
}

pub fn predict_batch(x: &Array2<f64>, w: &Array1<f64>) -> Array1<f64> {
    assert_eq!(x.ncols(), w.len());
    let mut predictions = Array1::zeros(x.nrows());
    for j in 0..x.nrows() {
        for i in 0..x.ncols() {
            predictions[j] += x[[j, i]] * w[i];
        }
    }
    predictions
}

pub fn residuals(y: &Array1<f64>, y_hat: &Array1<f64>) -> Array1<f64> {
    let mut result = y.clone();
    for j in 0..y.len() {
        result[j] -= y_hat[j];
    }
    result
}

pub fn mse(y_hat: &Array1<f64>, y: &Array1<f64>) -> f64 {
    let n = y.len() as f64;
    let mut mean = 0.0;
    for j in (0..y.len()).rev() {
        mean += (y[j] - y_hat[j]).powi(2) / n;
    }
    mean
}

pub fn mse_gradient(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> Array1<f64> {
    let (n, k) = x.dim();
    let mut gradient = Array1::zeros(k);
    for j in 0..n {
        let mut prediction = 0.0;
        for i in 0..k {
            prediction += x[[j, i]] * w[i];
        }
        for i in 0..k {
            gradient[i] += 2.0 / n as f64 * (prediction - y[j]) * x[[j, i]];
        }
    }
    gradient
}

pub fn least_squares(x: &Array2<f64>, y: &Array1<f64>) -> Array1<f64> {
    let (n, k) = x.dim();
    let mut a = Array2::zeros((k, k));
    let mut b = Array1::zeros(k);
    for j in 0..n {
        for i in 0..k {
            b[i] += x[[j, i]] * y[j];
            for l in 0..k {
                a[[i, l]] += x[[j, i]] * x[[j, l]];
            }
        }
    }
    crate::given::solve(&a, &b)
}

pub fn r_squared(y_hat: &Array1<f64>, y: &Array1<f64>) -> f64 {
    let mean = y.iter().sum::<f64>() / y.len() as f64;
    let (mut unexplained, mut total) = (0.0, 0.0);
    for j in 0..y.len() {
        unexplained += (y[j] - y_hat[j]).powi(2);
        total += (y[j] - mean).powi(2);
    }
    (total - unexplained) / total
}
