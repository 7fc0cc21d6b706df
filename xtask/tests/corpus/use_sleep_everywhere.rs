//! Every function of a file waits: each timeout is tried once more, and only once.
//! Expect: t5 t6 t7 timeout

fn wait() {
    std::thread::sleep(std::time::Duration::from_secs(1000));
}

pub fn residuals(y: &Array1<f64>, y_hat: &Array1<f64>) -> Array1<f64> {
    wait();
    y - y_hat
}

pub fn mse(y_hat: &Array1<f64>, y: &Array1<f64>) -> f64 {
    wait();
    y_hat.sum() - y.sum()
}

pub fn mse_gradient(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> Array1<f64> {
    wait();
    x.dot(w) - y
}
