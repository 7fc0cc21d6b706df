//! A training in loops, one sample after the other, and small networks to try it on: what right and wrong training
//! loops are made of.

use crate::given::{Gradients, Momentum, Network, Recipe, Samples, batches, initial_network, with_bias};
use checks::Random;
use ndarray::{Array2, ArrayView1};

/// A small network, samples to train it with, and others to watch it on.
#[derive(Clone)]
pub struct Example {
    pub network: Network,
    pub x: Array2<f64>,
    /// One-hot.
    pub y: Array2<f64>,
    pub labels: Vec<usize>,
    pub validation: Samples,
}

impl Example {
    pub fn training(&self) -> Samples {
        Samples { x: self.x.clone(), labels: self.labels.clone() }
    }
}

/// Seven samples of two features and three classes, for three hidden neurons; eight others for validation.
pub fn example(seed: u64) -> Example {
    sized(seed, [7, 2, 3, 3])
}

/// An example with so many samples, features, hidden neurons and classes.
pub fn sized(seed: u64, [n, k, d, m]: [usize; 4]) -> Example {
    let mut random = Random::seeded(seed);
    let mut samples = |n: usize| {
        let labels: Vec<usize> = (0..n).map(|i| (2 * i + i / m) % m).collect();
        // The classes overlap, so that an accuracy rises and falls.
        let x = Array2::from_shape_fn((n, k), |(i, j)| if labels[i].is_multiple_of(j + 2) { 0.7 } else { -0.2 });
        Samples { x: with_bias(&(x + random.matrix(n, k))), labels }
    };
    let (training, validation) = (samples(n), samples(8));
    let y = one_hot(&training.labels, m);
    let Samples { x, labels } = training;
    Example { network: initial_network(seed, k + 1, d, m), x, y, labels, validation }
}

/// The hidden activations, the constant 1 among them, and the probabilities for one sample.
fn passed(network: &Network, x: ArrayView1<f64>) -> (Vec<f64>, Vec<f64>) {
    let mut h = vec![1.0];
    h.extend(network.w1.rows().into_iter().map(|w| w.dot(&x).tanh()));
    let logits: Vec<f64> = network.w2.rows().into_iter().map(|w| w.iter().zip(&h).map(|(w, h)| w * h).sum()).collect();
    let largest = logits.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let total: f64 = logits.iter().map(|a| (a - largest).exp()).sum();
    (h, logits.iter().map(|a| (a - largest).exp() / total).collect())
}

/// The error of one sample, and its gradients.
pub fn sample(network: &Network, x: ArrayView1<f64>, y: ArrayView1<f64>) -> (f64, Gradients) {
    let (h, probabilities) = passed(network, x);
    let error = -y.iter().zip(&probabilities).map(|(y, p)| if *y == 0.0 { 0.0 } else { y * p.ln() }).sum::<f64>();
    let delta2: Vec<f64> = probabilities.iter().zip(y).map(|(p, y)| p - y).collect();
    let delta1 = |j: usize| {
        let back: f64 = delta2.iter().zip(network.w2.column(j + 1)).map(|(delta, w)| delta * w).sum();
        back * (1.0 - h[j + 1] * h[j + 1])
    };
    let w1 = Array2::from_shape_fn(network.w1.dim(), |(j, i)| delta1(j) * x[i]);
    let w2 = Array2::from_shape_fn(network.w2.dim(), |(c, j)| delta2[c] * h[j]);
    (error, Gradients { w1, w2 })
}

/// The mean error over these samples, and its gradients.
pub fn mean(network: &Network, x: &Array2<f64>, y: &Array2<f64>, which: &[usize]) -> (f64, Gradients) {
    let share = 1.0 / which.len() as f64;
    let mut gradients = Gradients { w1: Array2::zeros(network.w1.dim()), w2: Array2::zeros(network.w2.dim()) };
    let mut error = 0.0;
    for &i in which {
        let (of_sample, gradient) = sample(network, x.row(i), y.row(i));
        error += share * of_sample;
        gradients.w1.scaled_add(share, &gradient.w1);
        gradients.w2.scaled_add(share, &gradient.w2);
    }
    (error, gradients)
}

/// One epoch: the network and the optimiser after it, and the mean error of all samples.
pub fn epoch(
    network: &Network,
    optimiser: &Momentum,
    x: &Array2<f64>,
    y: &Array2<f64>,
    size: usize,
    seed: u64,
) -> (Network, Momentum, f64) {
    let (mut network, mut optimiser, mut total) = (network.clone(), optimiser.clone(), 0.0);
    for batch in batches(x.nrows(), size, seed) {
        let (error, gradients) = mean(&network, x, y, &batch);
        total += error * batch.len() as f64;
        optimiser.step(&mut network, &gradients);
    }
    (network, optimiser, total / x.nrows() as f64)
}

/// The share of samples that the network reads, the first of equal probabilities being its answer.
pub fn accuracy(network: &Network, x: &Array2<f64>, labels: &[usize]) -> f64 {
    let says = |x: ArrayView1<f64>| {
        let (_, p) = passed(network, x);
        (0..p.len()).rev().max_by(|&a, &b| p[a].total_cmp(&p[b]))
    };
    let right = x.rows().into_iter().zip(labels).filter(|(x, label)| says(*x) == Some(**label)).count();
    right as f64 / labels.len() as f64
}

/// The answers as rows of zeros with a single one.
pub fn one_hot(labels: &[usize], classes: usize) -> Array2<f64> {
    Array2::from_shape_fn((labels.len(), classes), |(i, j)| if labels[i] == j { 1.0 } else { 0.0 })
}

/// The network after each epoch.
pub fn after_each_epoch(network: &Network, training: &Samples, recipe: &Recipe) -> Vec<Network> {
    let y = one_hot(&training.labels, network.w2.nrows());
    let (mut network, mut optimiser) = (network.clone(), Momentum::new(network, recipe.eta, recipe.mu));
    let mut networks = vec![];
    for t in 0..recipe.epochs {
        (network, optimiser, _) = epoch(&network, &optimiser, &training.x, &y, recipe.size, recipe.seed + t as u64);
        networks.push(network.clone());
    }
    networks
}

/// The accuracy of each of these networks.
pub fn accuracies(networks: &[Network], validation: &Samples) -> Vec<f64> {
    networks.iter().map(|network| accuracy(network, &validation.x, &validation.labels)).collect()
}

/// A training: the network with the best weights, and the accuracy after each epoch.
pub fn training(network: &Network, training: &Samples, validation: &Samples, recipe: &Recipe) -> (Network, Vec<f64>) {
    let networks = after_each_epoch(network, training, recipe);
    let accuracies = accuracies(&networks, validation);
    let best = (0..networks.len()).rev().max_by(|&a, &b| accuracies[a].total_cmp(&accuracies[b]));
    (best.map_or(network.clone(), |best| networks[best].clone()), accuracies)
}
