//! Every function with whole-array operations and iterators, by other formulas than the reference's.

use ndarray::{Axis, Zip};

pub fn pre_activation(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    assert_eq!(w.len(), x.len(), "as many weights as features: w has {}, x has {}", w.len(), x.len());
    (w * x).sum()
}

pub fn sign(a: f64) -> f64 {
    if a == 0.0 { 0.0 } else { a.signum() }
}

/// In two branches, so that no exponential is ever large.
pub fn sigmoid(a: f64) -> f64 {
    let e = (-a.abs()).exp();
    if a >= 0.0 { 1.0 / (1.0 + e) } else { e / (1.0 + e) }
}

pub fn neuron(w: &Array1<f64>, x: &Array1<f64>, f: fn(f64) -> f64) -> f64 {
    assert_eq!(w.len(), x.len(), "as many weights as features: w has {}, x has {}", w.len(), x.len());
    let a: f64 = Zip::from(w).and(x).fold(0.0, |a, w, x| a + w * x);
    f(a)
}

pub fn layer(w: &Array2<f64>, x: &Array1<f64>, f: fn(f64) -> f64) -> Array1<f64> {
    assert_eq!(w.ncols(), x.len(), "as many columns as features: w is {:?}, x has {}", w.dim(), x.len());
    (w * x).sum_axis(Axis(1)).map(|&a| f(a))
}

pub fn and_weights() -> Array1<f64> {
    Array1::from(vec![-10.0, 7.0, 8.0])
}

pub fn or_weights() -> Array1<f64> {
    Array1::from_elem(3, 0.1)
}

pub fn not_weights() -> Array1<f64> {
    Array1::from_iter([-3.0, -5.0])
}

/// Each weight divided by w₂ first.
pub fn boundary(w: &Array1<f64>, x1: f64) -> f64 {
    assert_eq!(w.len(), 3, "a boundary in the plane has a bias and two weights: w has {} entries", w.len());
    assert_ne!(w[2], 0.0, "w₂ is 0, so the boundary is vertical and has no single x₂");
    let scaled = w / -w[2];
    scaled.dot(&ndarray::array![1.0, x1, 0.0])
}

/// Without an `if` around the weights: the step is y x for a mistake and 0 · x for a right answer.
pub fn perceptron_step(w: &Array1<f64>, x: &Array1<f64>, y: f64) -> Array1<f64> {
    assert_eq!(w.len(), x.len(), "as many weights as features: w has {}, x has {}", w.len(), x.len());
    let mistake = f64::from(u8::from((w * x).sum() * y <= 0.0));
    w + mistake * y * x
}

/// Stops once an epoch makes no mistake: from there on nothing would change.
pub fn train_perceptron(x: &Array2<f64>, y: &Array1<f64>, epochs: usize) -> Array1<f64> {
    let mut w = Array1::zeros(x.ncols());
    for _ in 0..epochs {
        let before = w.clone();
        for (x, y) in x.outer_iter().zip(y) {
            if (&w * &x).sum() * y <= 0.0 {
                w.scaled_add(*y, &x);
            }
        }
        if w == before && x.dot(&w).iter().zip(y).all(|(a, y)| a * y > 0.0) {
            break;
        }
    }
    w
}
