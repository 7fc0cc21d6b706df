//! Every function with whole-array operations, by other formulas than the reference's.

use ndarray::{Axis, Zip};

pub fn squared_error(y_hat: f64, y: f64) -> f64 {
    (y_hat - y).abs().powf(2.0)
}

pub fn squared_error_derivative(y_hat: f64, y: f64) -> f64 {
    let difference = y_hat - y;
    difference + difference
}

pub fn cross_entropy(y_hat: f64, y: f64) -> f64 {
    let (one, zero) = (y_hat.ln().max(-100.0), (-y_hat).ln_1p().max(-100.0));
    -f64::mul_add(y, one, (1.0 - y) * zero)
}

/// Both factors of the denominator stay away from 0.
pub fn cross_entropy_derivative(y_hat: f64, y: f64) -> f64 {
    let product = y_hat - y_hat * y_hat;
    (y_hat - y) / if product < 1e-12 { 1e-12 } else { product }
}

/// With σ'(a) = σ(a) σ(−a).
pub fn neuron_gradient(w: &Array1<f64>, x: &Array1<f64>, y: f64) -> Array1<f64> {
    assert_eq!(w.len(), x.len(), "as many weights as features: w has {}, x has {}", w.len(), x.len());
    let a = (w * x).sum();
    let (s, t) = (1.0 / (1.0 + (-a).exp()), 1.0 / (1.0 + a.exp()));
    x.mapv(|x| x * (s - y) * s * t * 2.0)
}

/// The bias columns apart: A₂ = tanh(A₁) Vᵀ + b.
pub fn forward(network: &Network, x: &Array2<f64>) -> Cache {
    assert_eq!(x.ncols(), network.w1.ncols(), "as many columns as W1 has: X {:?}, W1 {:?}", x.dim(), network.w1.dim());
    assert_eq!(network.w2.ncols(), network.w1.nrows() + 1, "W1 {:?}, W2 {:?}", network.w1.dim(), network.w2.dim());
    let a1 = network.w1.dot(&x.t()).t().to_owned();
    let hidden = a1.mapv(|a| 2.0 / (1.0 + (-2.0 * a).exp()) - 1.0);
    let ones = Array2::ones((x.nrows(), 1));
    let a2 = hidden.dot(&crate::given::without_bias(&network.w2).t()) + network.w2.column(0);
    let h = ndarray::concatenate(ndarray::Axis(1), &[ones.view(), hidden.view()]).unwrap();
    let y_hat = crate::given::output_activation(network.objective, &a2);
    Cache { a1, h, a2, y_hat }
}

pub fn mean_error(objective: Objective, y_hat: &Array2<f64>, y: &Array2<f64>) -> f64 {
    let errors = match objective {
        Objective::Regression => (y_hat - y).pow2(),
        Objective::Classification => Zip::from(y_hat).and(y).map_collect(|&p, &y| crate::cross_entropy(p, y)),
    };
    errors.sum_axis(Axis(1)).mean().unwrap()
}

/// The chain rule as it stands, without cancelling, where ŷ(1 − ŷ) is not 0.
pub fn output_delta(objective: Objective, y_hat: &Array2<f64>, y: &Array2<f64>) -> Array2<f64> {
    assert_eq!(y_hat.dim(), y.dim(), "one answer for each prediction: y_hat is {:?}, y {:?}", y_hat.dim(), y.dim());
    let n = y.nrows() as f64;
    Zip::from(y_hat).and(y).map_collect(|&p, &y| match objective {
        Objective::Regression => crate::squared_error_derivative(p, y) / n,
        Objective::Classification if p > 0.0 && p < 1.0 => crate::cross_entropy_derivative(p, y) * (p * (1.0 - p)) / n,
        Objective::Classification => (p - y) / n,
    })
}

/// The outer products of the samples, added up.
pub fn output_gradient(delta2: &Array2<f64>, h: &Array2<f64>) -> Array2<f64> {
    assert_eq!(delta2.nrows(), h.nrows(), "a row for each sample in both: {:?} and {:?}", delta2.dim(), h.dim());
    let mut gradient = Array2::zeros((delta2.ncols(), h.ncols()));
    for (delta, h) in delta2.rows().into_iter().zip(h.rows()) {
        gradient += &(delta.to_owned().insert_axis(Axis(1)) * h.insert_axis(Axis(0)));
    }
    gradient
}

/// The whole product first, then its column 0 is cut off.
pub fn hidden_gradient(delta2: &Array2<f64>, w2: &Array2<f64>) -> Array2<f64> {
    assert_eq!(delta2.ncols(), w2.nrows(), "a column for each row of W2: {:?} and {:?}", delta2.dim(), w2.dim());
    let mut back = delta2.dot(w2);
    back.remove_index(Axis(1), 0);
    back
}

/// The derivative of tanh from the pre-activations, as 1 / cosh².
pub fn backward(network: &Network, cache: &Cache, x: &Array2<f64>, y: &Array2<f64>) -> Gradients {
    assert_eq!(cache.y_hat.dim(), y.dim(), "one answer for each prediction: {:?} and {:?}", cache.y_hat.dim(), y.dim());
    assert_eq!(x.nrows(), y.nrows(), "one answer for each sample: X is {:?}, Y {:?}", x.dim(), y.dim());
    let delta2 = crate::output_delta(network.objective, &cache.y_hat, y);
    let mut delta1 = hidden_gradient(&delta2, &network.w2);
    Zip::from(&mut delta1).and(&cache.a1).for_each(|delta, a| *delta /= a.cosh().powi(2));
    Gradients { w1: x.t().dot(&delta1).t().to_owned(), w2: cache.h.t().dot(&delta2).t().to_owned() }
}

pub fn train_step(network: &mut Network, x: &Array2<f64>, y: &Array2<f64>, eta: f64) -> f64 {
    let cache = crate::forward(network, x);
    let gradients = crate::backward(network, &cache, x, y);
    network.w2 -= &(gradients.w2 * eta);
    network.w1 = &network.w1 - eta * gradients.w1;
    crate::mean_error(network.objective, &cache.y_hat, y)
}

/// Step by step, without `train_step`.
pub fn train(network: &mut Network, x: &Array2<f64>, y: &Array2<f64>, eta: f64, epochs: usize) -> Vec<f64> {
    let mut cache = crate::forward(network, x);
    let mut losses = vec![crate::mean_error(network.objective, &cache.y_hat, y)];
    for _ in 0..epochs {
        let gradients = crate::backward(network, &cache, x, y);
        network.w1 -= &(eta * &gradients.w1);
        network.w2 -= &(eta * &gradients.w2);
        cache = crate::forward(network, x);
        losses.push(crate::mean_error(network.objective, &cache.y_hat, y));
    }
    losses
}
