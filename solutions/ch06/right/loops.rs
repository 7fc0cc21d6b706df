//! Every function with plain loops, as a reader new to ndarray would write it.

pub fn squared_error(y_hat: f64, y: f64) -> f64 {
    let difference = y - y_hat;
    difference * difference
}

pub fn squared_error_derivative(y_hat: f64, y: f64) -> f64 {
    2.0 * y_hat - 2.0 * y
}

/// By cases: only one of the two terms is there.
pub fn cross_entropy(y_hat: f64, y: f64) -> f64 {
    let probability = if y == 1.0 { y_hat } else { 1.0 - y_hat };
    let error = -probability.ln();
    if error > 100.0 { 100.0 } else { error }
}

/// The first form of the formula, with each denominator kept away from 0: at a right end it is −1 or 1.
pub fn cross_entropy_derivative(y_hat: f64, y: f64) -> f64 {
    -y / y_hat.max(1e-12) + (1.0 - y) / (1.0 - y_hat).max(1e-12)
}

pub fn neuron_gradient(w: &Array1<f64>, x: &Array1<f64>, y: f64) -> Array1<f64> {
    assert_eq!(w.len(), x.len(), "as many weights as features: w has {}, x has {}", w.len(), x.len());
    let mut a = 0.0;
    for i in 0..w.len() {
        a += w[i] * x[i];
    }
    let y_hat = 1.0 / (1.0 + (-a).exp());
    let de_dy = 2.0 * (y_hat - y);
    let dy_da = y_hat * (1.0 - y_hat);
    let mut gradient = Array1::zeros(w.len());
    for i in 0..w.len() {
        gradient[i] = de_dy * dy_da * x[i];
    }
    gradient
}

pub fn forward(network: &Network, x: &Array2<f64>) -> Cache {
    assert_eq!(x.ncols(), network.w1.ncols(), "as many columns as W1 has: X {:?}, W1 {:?}", x.dim(), network.w1.dim());
    assert_eq!(network.w2.ncols(), network.w1.nrows() + 1, "W1 {:?}, W2 {:?}", network.w1.dim(), network.w2.dim());
    let (n, k) = x.dim();
    let (d, m) = (network.w1.nrows(), network.w2.nrows());
    let mut a1 = Array2::zeros((n, d));
    let mut h = Array2::ones((n, d + 1));
    let mut a2 = Array2::zeros((n, m));
    let mut y_hat = Array2::zeros((n, m));
    for j in 0..n {
        for i in 0..d {
            for l in 0..k {
                a1[[j, i]] += network.w1[[i, l]] * x[[j, l]];
            }
            h[[j, i + 1]] = f64::tanh(a1[[j, i]]);
        }
        for o in 0..m {
            for i in (0..d + 1).rev() {
                a2[[j, o]] += network.w2[[o, i]] * h[[j, i]];
            }
            y_hat[[j, o]] = match network.objective {
                crate::given::Objective::Regression => a2[[j, o]],
                crate::given::Objective::Classification => crate::given::sigmoid(a2[[j, o]]),
            };
        }
    }
    Cache { a1, h, a2, y_hat }
}

pub fn mean_error(objective: Objective, y_hat: &Array2<f64>, y: &Array2<f64>) -> f64 {
    let mut mean = 0.0;
    for j in (0..y.nrows()).rev() {
        for l in 0..y.ncols() {
            let error = match objective {
                Objective::Regression => crate::squared_error(y_hat[[j, l]], y[[j, l]]),
                Objective::Classification => crate::cross_entropy(y_hat[[j, l]], y[[j, l]]),
            };
            mean += error / y.nrows() as f64;
        }
    }
    mean
}

pub fn output_delta(objective: Objective, y_hat: &Array2<f64>, y: &Array2<f64>) -> Array2<f64> {
    assert_eq!(y_hat.dim(), y.dim(), "one answer for each prediction: y_hat is {:?}, y {:?}", y_hat.dim(), y.dim());
    let mut delta = Array2::zeros(y.dim());
    for j in 0..y.nrows() {
        for l in 0..y.ncols() {
            let difference = y_hat[[j, l]] - y[[j, l]];
            delta[[j, l]] = difference / y.nrows() as f64;
            if objective == Objective::Regression {
                delta[[j, l]] *= 2.0;
            }
        }
    }
    delta
}

pub fn output_gradient(delta2: &Array2<f64>, h: &Array2<f64>) -> Array2<f64> {
    assert_eq!(delta2.nrows(), h.nrows(), "a row for each sample in both: {:?} and {:?}", delta2.dim(), h.dim());
    let mut gradient = Array2::zeros((delta2.ncols(), h.ncols()));
    for j in 0..h.nrows() {
        for l in 0..delta2.ncols() {
            for i in 0..h.ncols() {
                gradient[[l, i]] += delta2[[j, l]] * h[[j, i]];
            }
        }
    }
    gradient
}

pub fn hidden_gradient(delta2: &Array2<f64>, w2: &Array2<f64>) -> Array2<f64> {
    assert_eq!(delta2.ncols(), w2.nrows(), "a column for each row of W2: {:?} and {:?}", delta2.dim(), w2.dim());
    let (n, d) = (delta2.nrows(), w2.ncols() - 1);
    let mut gradient = Array2::zeros((n, d));
    for j in 0..n {
        for i in 0..d {
            for l in (0..w2.nrows()).rev() {
                gradient[[j, i]] = f64::mul_add(delta2[[j, l]], w2[[l, i + 1]], gradient[[j, i]]);
            }
        }
    }
    gradient
}

/// The whole way back in one set of loops, without the functions of the earlier tasks.
pub fn backward(network: &Network, cache: &Cache, x: &Array2<f64>, y: &Array2<f64>) -> Gradients {
    assert_eq!(cache.y_hat.dim(), y.dim(), "one answer for each prediction: {:?} and {:?}", cache.y_hat.dim(), y.dim());
    assert_eq!(x.nrows(), y.nrows(), "one answer for each sample: X is {:?}, Y {:?}", x.dim(), y.dim());
    let (n, k) = x.dim();
    let (d, m) = (network.w1.nrows(), network.w2.nrows());
    let mut w1 = Array2::zeros((d, k));
    let mut w2 = Array2::zeros((m, d + 1));
    for j in 0..n {
        let mut upstream = vec![0.0; d];
        for o in 0..m {
            let mut delta = cache.y_hat[[j, o]] - y[[j, o]];
            if network.objective == crate::given::Objective::Regression {
                delta *= 2.0;
            }
            w2[[o, 0]] += delta / n as f64;
            for i in 0..d {
                w2[[o, i + 1]] += delta * cache.a1[[j, i]].tanh() / n as f64;
                upstream[i] += delta * network.w2[[o, i + 1]];
            }
        }
        for i in 0..d {
            let tanh = cache.a1[[j, i]].tanh();
            for l in 0..k {
                w1[[i, l]] += upstream[i] * (1.0 - tanh * tanh) * x[[j, l]] / n as f64;
            }
        }
    }
    Gradients { w1, w2 }
}

pub fn train_step(network: &mut Network, x: &Array2<f64>, y: &Array2<f64>, eta: f64) -> f64 {
    let cache = crate::forward(network, x);
    let error = crate::mean_error(network.objective, &cache.y_hat, y);
    let gradients = crate::backward(network, &cache, x, y);
    for i in 0..network.w1.nrows() {
        for l in 0..network.w1.ncols() {
            network.w1[[i, l]] -= eta * gradients.w1[[i, l]];
        }
    }
    for i in 0..network.w2.nrows() {
        for l in 0..network.w2.ncols() {
            network.w2[[i, l]] -= eta * gradients.w2[[i, l]];
        }
    }
    error
}

/// The error is looked at before training and after each step.
pub fn train(network: &mut Network, x: &Array2<f64>, y: &Array2<f64>, eta: f64, epochs: usize) -> Vec<f64> {
    let mut losses = vec![];
    for epoch in 0..=epochs {
        if epoch > 0 {
            train_step(network, x, y, eta);
        }
        let cache = crate::forward(network, x);
        losses.push(crate::mean_error(network.objective, &cache.y_hat, y));
    }
    losses
}
