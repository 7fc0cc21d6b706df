//! Training chapter 6's network with the tape: the way forward is written, the way back is found.

use crate::given::{MatrixTape, Network, Objective, Var};
use ndarray::Array2;

/// Records the forward pass of the network for a batch, and the mean error of its predictions.
///
/// ```text
/// A₁ = X W₁ᵀ + b₁          H = tanh(A₁)          A₂ = H W₂ᵀ + b₂
///
/// regression:      E = the mean of all (A₂ − Y)²
/// classification:  E = the mean cross-entropy of σ(A₂) and Y
/// ```
///
/// - `tape`: the tape; the weights are on it already
/// - `objective`: which error is taken
/// - `weights`: where `W₁`, `b₁`, `W₂` and `b₂` are on the tape, of shapes `(d, k)`, `(1, d)`, `(m, d)` and `(1, m)`
/// - `x`: the batch, shape `(n, k)`, without a column of ones: the biases have rows of their own
/// - `y`: the answers, shape `(n, m)`
/// - returns the place of the error, of shape `(1, 1)`
///
/// Example: weights of 0 everywhere give `A₂ = 0`. For regression with `Y = [[1], [3]]` the error is `(1 + 9) / 2 = 5`.
///
/// `let [w1, b1, w2, b2] = weights;` gives each place its name, and `tape.leaf(x)` puts a matrix on the tape. The
/// operations are methods of the tape: `tape.transpose(a)`, `tape.matmul(a, b)`, `tape.add_row(a, row)`,
/// `tape.tanh(a)`, `tape.sub(a, b)`, `tape.mul(a, b)`, `tape.mean(a)`, and `tape.cross_entropy(a2, y)`, which applies
/// the sigmoid itself. One line for each step, here too.
///
/// Task 9: `cargo test -p ch07 t9`.
pub fn mean_error(
    tape: &mut MatrixTape,
    objective: Objective,
    weights: [Var; 4],
    x: &Array2<f64>,
    y: &Array2<f64>,
) -> Var {
    todo!("{objective:?}: X {:?}, Y {:?}, weights at {weights:?} of {}", x.dim(), y.dim(), tape.nodes.len())
}

/// One step of gradient descent with the whole batch, on a tape of its own.
///
/// ```text
/// W ← W − η ∂E/∂W          for W₁, b₁, W₂ and b₂
/// ```
///
/// A tape records one computation. After the step the weights are others, so the next step begins with an empty tape.
///
/// - `network`: its weights and biases are changed in place
/// - `x`: the batch, shape `(n, k)`
/// - `y`: the answers, shape `(n, m)`
/// - `eta`: the step size η
/// - returns the mean error *before* the step
///
/// Example: with `η = 0.1`, a weight of 1 whose derivative is 2 becomes `1 − 0.1 · 2 = 0.8`.
///
/// `let mut tape = MatrixTape::new();` is an empty tape, and `tape.leaf(&network.w1)` puts a copy of the weights on it.
/// After `mean_error` and `crate::matrix_backward`, the gradient for the node `w1` is `gradients[w1.0]`, and
/// `network.w1.scaled_add(c, &g)` adds `c · g` to the weights. `tape.value(error)[[0, 0]]` is the error as a number.
///
/// Task 9: `cargo test -p ch07 t9`.
pub fn train_step(network: &mut Network, x: &Array2<f64>, y: &Array2<f64>, eta: f64) -> f64 {
    todo!("a step of {eta} with X {:?} and Y {:?}, W1 {:?}", x.dim(), y.dim(), network.w1.dim())
}
