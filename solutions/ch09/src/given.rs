//! Given: the network, and what this chapter uses from earlier ones. There is nothing to do in this file.
//!
//! The bias is a constant 1 in both layers, as in chapter 6: column 0 of the batch `X`, and column 0 of the hidden
//! activations `H`.

use ndarray::linalg::general_mat_mul;
use ndarray::{Array2, ArrayView2, Zip, s};
use rand::rngs::Xoshiro256PlusPlus;
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};

/// How dark a dot must be to count as ink, where the edges of a drawing are looked for.
pub const THRESHOLD: f64 = 0.1;

/// A network with one hidden layer that tells classes apart: `Ŷ = softmax([1, tanh(X W₁ᵀ)] W₂ᵀ)`.
#[derive(Debug, Clone, PartialEq)]
pub struct Network {
    /// The weights of the hidden layer, shape `(d, k)`; column 0 meets the constant input 1.
    pub w1: Array2<f64>,
    /// The weights of the output layer, shape `(m, d + 1)`, a row for each class; column 0 meets the constant 1.
    pub w2: Array2<f64>,
}

/// What the forward pass computed for a batch of `n` samples.
#[derive(Debug, Clone)]
pub struct Forward {
    /// The hidden activations with the constant 1 before them, `H = [1, tanh(X W₁ᵀ)]`, shape `(n, d + 1)`.
    pub h: Array2<f64>,
    /// The pre-activations of the outputs, `A₂ = H W₂ᵀ`, shape `(n, m)`: the logits.
    pub logits: Array2<f64>,
}

/// The gradients of the mean error.
#[derive(Debug, Clone, PartialEq)]
pub struct Gradients {
    /// `∂E/∂W₁`, shape `(d, k)`.
    pub w1: Array2<f64>,
    /// `∂E/∂W₂`, shape `(m, d + 1)`.
    pub w2: Array2<f64>,
}

/// Samples with their classes.
#[derive(Debug, Clone)]
pub struct Samples {
    /// One sample in each row, the constant 1 in column 0, shape `(n, k)`.
    pub x: Array2<f64>,
    /// The class of each sample, `n` of them.
    pub labels: Vec<usize>,
}

/// How to train.
#[derive(Debug, Clone, Copy)]
pub struct Recipe {
    /// The step size η.
    pub eta: f64,
    /// The momentum μ.
    pub mu: f64,
    /// How many samples a batch holds.
    pub size: usize,
    /// How often the network sees all samples.
    pub epochs: usize,
    /// The random order of the first epoch; the next one takes `seed + 1`, and so on.
    pub seed: u64,
}

/// Gradient descent with momentum, chapter 8's `v ← μ v + ∇E` and `w ← w − η v`.
#[derive(Debug, Clone)]
pub struct Momentum {
    /// The step size η.
    pub eta: f64,
    /// The momentum μ.
    pub mu: f64,
    /// The velocity of each weight, which a step keeps for the next one.
    pub velocity: Gradients,
}

impl Momentum {
    /// At rest: all velocities are 0.
    pub fn new(network: &Network, eta: f64, mu: f64) -> Self {
        let velocity = Gradients { w1: Array2::zeros(network.w1.dim()), w2: Array2::zeros(network.w2.dim()) };
        Self { eta, mu, velocity }
    }

    /// One step: changes the weights, and keeps the velocity for the next one.
    pub fn step(&mut self, network: &mut Network, gradients: &Gradients) {
        let Self { eta, mu, velocity } = self;
        for (w, v, g) in
            [(&mut network.w1, &mut velocity.w1, &gradients.w1), (&mut network.w2, &mut velocity.w2, &gradients.w2)]
        {
            Zip::from(w).and(v).and(g).for_each(|w, v, g| {
                *v = *mu * *v + g;
                *w -= *eta * *v;
            });
        }
    }
}

/// A network with random weights: `k` inputs (the constant 1 among them), `d` hidden neurons, `m` classes.
///
/// The biases are 0. The variance of the other weights is 1 over the number of inputs, so that a signal neither fades
/// nor grows on its way (chapter 8, after LeCun). The same seed gives the same network on every machine.
pub fn initial_network(seed: u64, k: usize, d: usize, m: usize) -> Network {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut layer = |outputs: usize, inputs: usize| {
        let limit = (3.0 / (inputs - 1) as f64).sqrt();
        let mut w = Array2::from_shape_simple_fn((outputs, inputs), || random.random_range(-limit..limit));
        w.column_mut(0).fill(0.0);
        w
    };
    Network { w1: layer(d, k), w2: layer(m, d + 1) }
}

/// Counts of ink from 0 to 16 as inputs of the network: from 0 to 1, with the constant 1 before them. Shape `(n, 64)`
/// becomes `(n, 65)`.
pub fn inputs(pixels: &Array2<f64>) -> Array2<f64> {
    with_bias(&(pixels / 16.0))
}

/// `tanh a = 1 − 2 / (e²ᵃ + 1)`: one exponential, which takes less than half the time of the library's `tanh`.
fn tanh(a: f64) -> f64 {
    1.0 - 2.0 / ((2.0 * a).exp() + 1.0)
}

/// The forward pass of chapter 6, as far as the logits.
pub fn forward(network: &Network, x: &Array2<f64>) -> Forward {
    let mut h = Array2::ones((x.nrows(), network.w1.nrows() + 1));
    let mut activations = h.slice_mut(s![.., 1..]);
    // The product is written where the activations belong: nothing is copied.
    general_mat_mul(1.0, x, &network.w1.t(), 0.0, &mut activations);
    activations.mapv_inplace(tanh);
    let logits = h.dot(&network.w2.t());
    Forward { h, logits }
}

/// The backward pass of chapter 6: from `delta2`, the gradient by the logits, to every weight.
///
/// - `x`: the batch, shape `(n, k)`
/// - `pass`: what the forward pass computed for this batch
/// - `delta2`: `∂E/∂A₂`, shape `(n, m)`
pub fn backward(network: &Network, x: &Array2<f64>, pass: &Forward, delta2: &Array2<f64>) -> Gradients {
    let h = without_bias(&pass.h);
    let mut delta1 = delta2.dot(&without_bias(&network.w2));
    delta1.zip_mut_with(&h, |delta, h| *delta *= 1.0 - h * h);
    Gradients { w1: delta1.t().dot(x), w2: delta2.t().dot(&pass.h) }
}

/// The batches of one epoch, as in chapter 8: lists of indices, in an order that the seed decides.
pub fn batches(n: usize, size: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..n).collect();
    order.shuffle(&mut Xoshiro256PlusPlus::seed_from_u64(seed));
    order.chunks(size).map(<[usize]>::to_vec).collect()
}

/// The rows of `x` with these indices, in this order.
pub fn rows(x: &Array2<f64>, indices: &[usize]) -> Array2<f64> {
    let mut batch = Array2::zeros((indices.len(), x.ncols()));
    for (mut row, &i) in batch.rows_mut().into_iter().zip(indices) {
        row.assign(&x.row(i));
    }
    batch
}

/// A batch with the constant 1 put before its columns: shape `(n, k)` becomes `(n, k + 1)`, as in chapter 1.
pub fn with_bias(x: &Array2<f64>) -> Array2<f64> {
    let (n, k) = x.dim();
    let mut extended = Array2::ones((n, k + 1));
    extended.slice_mut(s![.., 1..]).assign(x);
    extended
}

/// A matrix without its column 0, the one that belongs to the constant 1.
pub fn without_bias(a: &Array2<f64>) -> ArrayView2<'_, f64> {
    a.slice(s![.., 1..])
}

/// The weights as text, to be kept in a file: for each matrix a line with its shape, then a line for each of its rows.
///
/// Each number is written with as many digits as it takes to read the same number again.
pub fn to_text(network: &Network) -> String {
    let mut text = String::new();
    for w in [&network.w1, &network.w2] {
        text += &format!("{} {}\n", w.nrows(), w.ncols());
        for row in w.rows() {
            text += &row.iter().map(f64::to_string).collect::<Vec<_>>().join(" ");
            text += "\n";
        }
    }
    text
}

/// The network that [`to_text`] wrote.
///
/// # Errors
/// If the text is not of this form; the message names the line.
pub fn from_text(text: &str) -> Result<Network, String> {
    let mut lines = text.lines().enumerate().map(|(i, line)| (i + 1, line));
    let mut matrix = || {
        let (number, line) = lines.next().ok_or("the text ends where a matrix should begin")?;
        let shape = || format!("line {number}: the shape of a matrix, two numbers, not {line:?}");
        let (rows, columns) = line.split_once(' ').ok_or_else(shape)?;
        let [rows, columns]: [usize; 2] = [rows.parse().map_err(|_| shape())?, columns.parse().map_err(|_| shape())?];
        let mut w = Array2::zeros((rows, columns));
        for mut row in w.rows_mut() {
            let (number, line) = lines.next().ok_or("the text ends within a matrix")?;
            let weights: Option<Vec<f64>> = line.split(' ').map(|weight| weight.parse().ok()).collect();
            let weights = weights.filter(|weights| weights.len() == columns);
            let weights = weights.ok_or_else(|| format!("line {number}: {columns} weights, not {line:?}"))?;
            row.iter_mut().zip(weights).for_each(|(entry, weight)| *entry = weight);
        }
        Ok::<_, String>(w)
    };
    let (w1, w2) = (matrix()?, matrix()?);
    if w2.ncols() != w1.nrows() + 1 {
        return Err(format!("{} hidden neurons need {} columns of w2: {}", w1.nrows(), w1.nrows() + 1, w2.ncols()));
    }
    Ok(Network { w1, w2 })
}
