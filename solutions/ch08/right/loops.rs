//! Every function with plain loops, as a reader new to ndarray would write it.

pub fn statistics(x: &Array2<f64>) -> (Array1<f64>, Array1<f64>) {
    let (n, k) = x.dim();
    assert!(n > 0, "no sample");
    let mut mean = Array1::zeros(k);
    let mut deviation = Array1::zeros(k);
    for j in 0..k {
        let mut sum = 0.0;
        for i in 0..n {
            sum += x[[i, j]];
        }
        mean[j] = sum / n as f64;
        let mut squares = 0.0;
        for i in 0..n {
            squares += (x[[i, j]] - mean[j]).powi(2);
        }
        deviation[j] = (squares / n as f64).sqrt();
    }
    (mean, deviation)
}

pub fn standardised(x: &Array2<f64>, mean: &Array1<f64>, deviation: &Array1<f64>) -> Array2<f64> {
    assert_eq!(x.ncols(), mean.len());
    assert_eq!(x.ncols(), deviation.len());
    let mut z = Array2::zeros(x.dim());
    for i in 0..x.nrows() {
        for j in 0..x.ncols() {
            z[[i, j]] = x[[i, j]] - mean[j];
            if deviation[j] > 0.0 {
                z[[i, j]] /= deviation[j];
            }
        }
    }
    z
}

pub fn initial_weights(uniform: &Array2<f64>, gain: f64) -> Array2<f64> {
    let (d, k) = uniform.dim();
    let limit = gain * (3.0 / k as f64).sqrt();
    let mut w = Array2::zeros((d, k));
    for i in 0..d {
        for j in 0..k {
            w[[i, j]] = -limit + 2.0 * limit * uniform[[i, j]];
        }
    }
    w
}

pub fn batches(n: usize, size: usize, seed: u64) -> Vec<Vec<usize>> {
    assert!(size > 0);
    let order = crate::given::shuffled(n, seed);
    let mut all = Vec::new();
    let mut batch = Vec::new();
    for i in order {
        batch.push(i);
        if batch.len() == size {
            all.push(batch);
            batch = Vec::new();
        }
    }
    if !batch.is_empty() {
        all.push(batch);
    }
    all
}

pub fn rows(x: &Array2<f64>, indices: &[usize]) -> Array2<f64> {
    let mut taken = Array2::zeros((indices.len(), x.ncols()));
    for (row, &i) in indices.iter().enumerate() {
        for j in 0..x.ncols() {
            taken[[row, j]] = x[[i, j]];
        }
    }
    taken
}

pub fn momentum_step(
    w: &Array1<f64>,
    velocity: &Array1<f64>,
    gradient: &Array1<f64>,
    eta: f64,
    mu: f64,
) -> (Array1<f64>, Array1<f64>) {
    assert!(w.len() == gradient.len() && w.len() == velocity.len());
    let (mut w, mut velocity) = (w.clone(), velocity.clone());
    for i in 0..w.len() {
        velocity[i] = mu * velocity[i] + gradient[i];
        w[i] -= eta * velocity[i];
    }
    (w, velocity)
}

pub fn rmsprop_step(
    w: &Array1<f64>,
    mean_square: &Array1<f64>,
    gradient: &Array1<f64>,
    eta: f64,
    rho: f64,
) -> (Array1<f64>, Array1<f64>) {
    assert!(w.len() == gradient.len() && w.len() == mean_square.len());
    let (mut w, mut s) = (w.clone(), mean_square.clone());
    for i in 0..w.len() {
        s[i] = rho * s[i] + (1.0 - rho) * gradient[i].powi(2);
        w[i] -= eta * gradient[i] / (s[i].sqrt() + crate::given::EPSILON);
    }
    (w, s)
}

pub fn adam_step(
    w: &Array1<f64>,
    m: &Array1<f64>,
    v: &Array1<f64>,
    gradient: &Array1<f64>,
    t: usize,
    eta: f64,
) -> (Array1<f64>, Array1<f64>, Array1<f64>) {
    use crate::given::{BETA1, BETA2, EPSILON};
    assert!(t > 0 && w.len() == gradient.len() && w.len() == m.len() && w.len() == v.len());
    let (mut w, mut m, mut v) = (w.clone(), m.clone(), v.clone());
    for i in 0..w.len() {
        m[i] = BETA1 * m[i] + (1.0 - BETA1) * gradient[i];
        v[i] = BETA2 * v[i] + (1.0 - BETA2) * gradient[i].powi(2);
        let corrected_m = m[i] / (1.0 - BETA1.powf(t as f64));
        let corrected_v = v[i] / (1.0 - BETA2.powf(t as f64));
        w[i] -= eta * corrected_m / (corrected_v.sqrt() + EPSILON);
    }
    (w, m, v)
}

pub fn step_size(t: usize, steps: usize, warm_up: usize, eta: f64) -> f64 {
    if warm_up >= steps || t > steps {
        panic!("step {t} of {steps}, warm-up {warm_up}");
    }
    let (t, steps, warm_up) = (t as f64, steps as f64, warm_up as f64);
    if t < warm_up {
        (t + 1.0) / warm_up * eta
    } else {
        let angle = std::f64::consts::PI * (t - warm_up) / (steps - warm_up);
        0.5 * eta * (1.0 + angle.cos())
    }
}

pub fn decayed_step(w: &Array1<f64>, gradient: &Array1<f64>, eta: f64, lambda: f64) -> Array1<f64> {
    assert_eq!(w.len(), gradient.len());
    let mut after = w.clone();
    for i in 0..w.len() {
        after[i] -= eta * lambda * w[i];
        after[i] -= eta * gradient[i];
    }
    after
}

/// The decay first, then Adam's step from where the weights were: the two parts add up in either order.
pub fn adamw_step(
    w: &Array1<f64>,
    m: &Array1<f64>,
    v: &Array1<f64>,
    gradient: &Array1<f64>,
    t: usize,
    eta: f64,
    lambda: f64,
) -> (Array1<f64>, Array1<f64>, Array1<f64>) {
    let (mut after, m, v) = crate::adam_step(w, m, v, gradient, t, eta);
    for i in 0..w.len() {
        after[i] -= eta * lambda * w[i];
    }
    (after, m, v)
}

pub fn dropout(h: &Array2<f64>, uniform: &Array2<f64>, p: f64, training: bool) -> (Array2<f64>, Array2<f64>) {
    assert!(p >= 0.0 && p < 1.0);
    assert_eq!(h.dim(), uniform.dim());
    let mut mask = Array2::ones(h.dim());
    let mut dropped = h.clone();
    if training {
        for i in 0..h.nrows() {
            for j in 0..h.ncols() {
                mask[[i, j]] = if uniform[[i, j]] >= p { 1.0 / (1.0 - p) } else { 0.0 };
                dropped[[i, j]] *= mask[[i, j]];
            }
        }
    }
    (dropped, mask)
}

pub fn dropout_backward(upstream: &Array2<f64>, mask: &Array2<f64>) -> Array2<f64> {
    assert_eq!(upstream.dim(), mask.dim());
    let mut back = Array2::zeros(mask.dim());
    for i in 0..mask.nrows() {
        for j in 0..mask.ncols() {
            back[[i, j]] = upstream[[i, j]] * mask[[i, j]];
        }
    }
    back
}

pub fn early_stopping(validation: &[f64], patience: usize) -> (usize, usize) {
    assert!(!validation.is_empty() && patience > 0);
    let (mut best, mut least, mut waited) = (0, validation[0], 0);
    for t in 1..validation.len() {
        if validation[t] < least {
            best = t;
            least = validation[t];
            waited = 0;
        } else {
            waited += 1;
            if waited >= patience {
                return (best, t);
            }
        }
    }
    (best, validation.len() - 1)
}
