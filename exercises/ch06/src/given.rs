//! Given: the network, and what this chapter uses from earlier ones. There is nothing to do in this file.
//!
//! The bias is a constant 1 in both layers: column 0 of the batch `X`, and column 0 of the hidden activations `H`.

use ndarray::{Array2, ArrayView2, Axis};
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

/// What a network is trained for. It decides the activation `f_o` of the outputs, and the error `E`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Objective {
    /// A number is predicted: `f_o(a) = a`, and `E` is the squared error.
    Regression,
    /// The probability of class 1 is predicted: `f_o = σ`, and `E` is the cross-entropy.
    Classification,
}

/// A network with one hidden layer: `ŷ = f_o(W₂ [1, tanh(W₁ x)])`.
#[derive(Debug, Clone)]
pub struct Network {
    /// What it is trained for.
    pub objective: Objective,
    /// The weights of the hidden layer, shape `(d, k)`; column 0 meets the constant input 1.
    pub w1: Array2<f64>,
    /// The weights of the output layer, shape `(m, d + 1)`; column 0 meets the constant activation 1.
    pub w2: Array2<f64>,
}

/// What the forward pass computed for a batch of `n` samples, kept for the backward pass.
#[derive(Debug, Clone)]
pub struct Cache {
    /// The pre-activations of the hidden layer, `A₁ = X W₁ᵀ`, shape `(n, d)`.
    pub a1: Array2<f64>,
    /// The hidden activations with the constant 1 before them, `H = [1, tanh(A₁)]`, shape `(n, d + 1)`.
    pub h: Array2<f64>,
    /// The pre-activations of the output layer, `A₂ = H W₂ᵀ`, shape `(n, m)`.
    pub a2: Array2<f64>,
    /// The predictions, `Ŷ = f_o(A₂)`, shape `(n, m)`.
    pub y_hat: Array2<f64>,
}

/// The gradients of the mean error: a slope for each weight.
#[derive(Debug, Clone)]
pub struct Gradients {
    /// `∂E/∂W₁`, shape `(d, k)`.
    pub w1: Array2<f64>,
    /// `∂E/∂W₂`, shape `(m, d + 1)`.
    pub w2: Array2<f64>,
}

/// The sigmoid of chapter 3, `σ(a) = 1 / (1 + e⁻ᵃ)`.
pub fn sigmoid(a: f64) -> f64 {
    1.0 / (1.0 + (-a).exp())
}

/// A batch with the constant 1 put before its columns: shape `(n, k)` becomes `(n, k + 1)`, as in chapter 1.
pub fn with_bias(x: &Array2<f64>) -> Array2<f64> {
    let (n, k) = x.dim();
    let mut extended = Array2::ones((n, k + 1));
    extended.slice_axis_mut(Axis(1), (1..).into()).assign(x);
    extended
}

/// A matrix without its column 0, the one that belongs to the constant 1: shape `(n, d + 1)` becomes `(n, d)`.
///
/// It is a view, which looks at the numbers of `a` where they are, and is used like an array.
pub fn without_bias(a: &Array2<f64>) -> ArrayView2<'_, f64> {
    a.slice_axis(Axis(1), (1..).into())
}

/// The activation of the outputs, entry by entry: the identity for regression, the sigmoid for classification.
pub fn output_activation(objective: Objective, a2: &Array2<f64>) -> Array2<f64> {
    match objective {
        Objective::Regression => a2.clone(),
        Objective::Classification => a2.mapv(sigmoid),
    }
}

/// A network with random weights: `k` inputs (the constant 1 among them), `d` hidden neurons, `m` outputs.
///
/// Each weight lies between −1/√s and 1/√s, where `s` is the number of inputs of its layer; chapter 8 says why. The
/// same seed gives the same network on every machine.
pub fn initial_network(seed: u64, objective: Objective, k: usize, d: usize, m: usize) -> Network {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut layer = |outputs: usize, inputs: usize| {
        let limit = 1.0 / (inputs as f64).sqrt();
        Array2::from_shape_simple_fn((outputs, inputs), || random.random_range(-limit..limit))
    };
    Network { objective, w1: layer(d, k), w2: layer(m, d + 1) }
}
