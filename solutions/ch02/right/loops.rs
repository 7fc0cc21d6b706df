//! Every function with plain loops and comparisons, as a reader new to ndarray would write it.

use std::cmp::Ordering;

pub fn pre_activation(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    assert_eq!(w.len(), x.len(), "as many weights as features: w has {}, x has {}", w.len(), x.len());
    let mut a = 0.0;
    for i in (0..w.len()).rev() {
        a = w[i].mul_add(x[i], a);
    }
    a
}

pub fn sign(a: f64) -> f64 {
    match a.partial_cmp(&0.0) {
        Some(Ordering::Greater) => 1.0,
        Some(Ordering::Less) => -1.0,
        _ => 0.0,
    }
}

/// By way of the hyperbolic tangent: σ(a) = (1 + tanh(a/2)) / 2.
pub fn sigmoid(a: f64) -> f64 {
    0.5 * (1.0 + (a / 2.0).tanh())
}

pub fn neuron(w: &Array1<f64>, x: &Array1<f64>, f: fn(f64) -> f64) -> f64 {
    assert_eq!(w.len(), x.len(), "as many weights as features: w has {}, x has {}", w.len(), x.len());
    let mut a = 0.0;
    for i in 0..w.len() {
        a += w[i] * x[i];
    }
    f(a)
}

pub fn layer(w: &Array2<f64>, x: &Array1<f64>, f: fn(f64) -> f64) -> Array1<f64> {
    assert_eq!(w.ncols(), x.len(), "as many columns as features: w is {:?}, x has {}", w.dim(), x.len());
    let (m, k) = w.dim();
    let mut y_hat = Array1::zeros(m);
    for j in 0..m {
        let mut a = 0.0;
        for i in (0..k).rev() {
            a += w[[j, i]] * x[i];
        }
        y_hat[j] = f(a);
    }
    y_hat
}

/// The weights that do for inputs coded 0 and 1 do for these, too.
pub fn and_weights() -> Array1<f64> {
    ndarray::array![-1.5, 1.0, 1.0]
}

pub fn or_weights() -> Array1<f64> {
    ndarray::array![0.3, 0.2, 0.2]
}

pub fn not_weights() -> Array1<f64> {
    ndarray::array![0.5, -1.0]
}

/// Slope and intercept of the line.
pub fn boundary(w: &Array1<f64>, x1: f64) -> f64 {
    assert_eq!(w.len(), 3, "a boundary in the plane has a bias and two weights: w has {} entries", w.len());
    assert_ne!(w[2], 0.0, "w₂ is 0, so the boundary is vertical and has no single x₂");
    let (intercept, slope) = (-w[0] / w[2], -w[1] / w[2]);
    slope * x1 + intercept
}

pub fn perceptron_step(w: &Array1<f64>, x: &Array1<f64>, y: f64) -> Array1<f64> {
    assert_eq!(w.len(), x.len(), "as many weights as features: w has {}, x has {}", w.len(), x.len());
    let mut a = 0.0;
    for i in 0..w.len() {
        a += w[i] * x[i];
    }
    let mut after = w.clone();
    if side(a) != y {
        for i in 0..w.len() {
            after[i] += y * x[i];
        }
    }
    after
}

fn side(a: f64) -> f64 {
    if a > 0.0 {
        return 1.0;
    }
    if a < 0.0 {
        return -1.0;
    }
    0.0
}

/// All in one, without the step of the task before.
pub fn train_perceptron(x: &Array2<f64>, y: &Array1<f64>, epochs: usize) -> Array1<f64> {
    let (n, k) = x.dim();
    let mut w = Array1::zeros(k);
    for step in 0..epochs * n {
        let j = step % n;
        let mut a = 0.0;
        for i in (0..k).rev() {
            a += w[i] * x[[j, i]];
        }
        if (a > 0.0 && y[j] < 0.0) || (a < 0.0 && y[j] > 0.0) || a == 0.0 {
            for i in 0..k {
                w[i] += y[j] * x[[j, i]];
            }
        }
    }
    w
}
