//! Given: the tapes, the network, and what this chapter uses from earlier ones. There is nothing to do in this file.
//!
//! There are two tapes. On the first one a node is a number, and holds its derivatives (tasks 1–4); on the second one a
//! node is a matrix, and holds the operation that made it (tasks 8–9).

use ndarray::{Array2, Axis, array};
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

/// A node's place on its tape: the first node is `Var(0)`. It is copied like a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Var(pub usize);

/// A number on the tape, and where it came from.
#[derive(Debug, Clone)]
pub struct Node {
    /// The number.
    pub value: f64,
    /// The nodes it was computed from, each with the local derivative: how fast `value` grows as that node grows.
    pub parents: Vec<(Var, f64)>,
}

/// A tape, or Wengert list: every step of a computation, in the order in which it was taken.
#[derive(Debug, Clone, Default)]
pub struct Tape {
    /// The steps. A node's parents always stand before it.
    pub nodes: Vec<Node>,
}

impl Tape {
    /// An empty tape.
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts a number on the tape that was not computed from others: a weight, a feature, an answer.
    pub fn leaf(&mut self, value: f64) -> Var {
        self.record(value, vec![])
    }

    /// Puts a computed number on the tape, with its parents and the local derivative for each.
    ///
    /// # Panics
    /// If a parent is not on the tape yet.
    pub fn record(&mut self, value: f64, parents: Vec<(Var, f64)>) -> Var {
        let next = self.nodes.len();
        assert!(parents.iter().all(|(parent, _)| parent.0 < next), "the parents of node {next} stand before it");
        self.nodes.push(Node { value, parents });
        Var(next)
    }

    /// The number at this place.
    pub fn value(&self, v: Var) -> f64 {
        self.nodes[v.0].value
    }
}

/// The operation that made a matrix, with the nodes it was computed from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    /// None: a weight, a batch, the answers.
    Leaf,
    /// `A + B`, entry by entry.
    Add(Var, Var),
    /// `A − B`, entry by entry.
    Sub(Var, Var),
    /// `A ⊙ B`, entry by entry.
    Mul(Var, Var),
    /// `A` with a row added to each of its rows.
    AddRow(Var, Var),
    /// `A B`, the product of matrices.
    MatMul(Var, Var),
    /// `Aᵀ`.
    Transpose(Var),
    /// `tanh(A)`, entry by entry.
    Tanh(Var),
    /// The mean of all entries, of shape `(1, 1)`.
    Mean(Var),
    /// The mean cross-entropy of `σ(A)` and the answers `Y`, of shape `(1, 1)`.
    CrossEntropy(Var, Var),
}

/// A matrix on the tape, and where it came from.
#[derive(Debug, Clone)]
pub struct MatrixNode {
    /// The matrix.
    pub value: Array2<f64>,
    /// What made it.
    pub operation: Operation,
}

/// A tape of matrices. A single number is a matrix of shape `(1, 1)`.
#[derive(Debug, Clone, Default)]
pub struct MatrixTape {
    /// The steps. A node's parents always stand before it.
    pub nodes: Vec<MatrixNode>,
}

impl MatrixTape {
    /// An empty tape.
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts a copy of a matrix on the tape that was not computed from others.
    pub fn leaf(&mut self, value: &Array2<f64>) -> Var {
        self.record(value.clone(), Operation::Leaf)
    }

    /// The matrix at this place.
    pub fn value(&self, v: Var) -> &Array2<f64> {
        &self.nodes[v.0].value
    }

    /// `A + B`, entry by entry.
    pub fn add(&mut self, a: Var, b: Var) -> Var {
        self.record(self.same_shape(a, b) + self.value(b), Operation::Add(a, b))
    }

    /// `A − B`, entry by entry.
    pub fn sub(&mut self, a: Var, b: Var) -> Var {
        self.record(self.same_shape(a, b) - self.value(b), Operation::Sub(a, b))
    }

    /// `A ⊙ B`, entry by entry.
    pub fn mul(&mut self, a: Var, b: Var) -> Var {
        self.record(self.same_shape(a, b) * self.value(b), Operation::Mul(a, b))
    }

    /// Adds a row, of shape `(1, k)`, to each row of `A`, of shape `(n, k)`.
    pub fn add_row(&mut self, a: Var, row: Var) -> Var {
        let (wide, one) = (self.value(a), self.value(row));
        assert_eq!(one.dim(), (1, wide.ncols()), "one row, as wide as A: A is {:?}, it is {:?}", wide.dim(), one.dim());
        self.record(wide + one, Operation::AddRow(a, row))
    }

    /// `A B`, the product of matrices.
    pub fn matmul(&mut self, a: Var, b: Var) -> Var {
        self.record(self.value(a).dot(self.value(b)), Operation::MatMul(a, b))
    }

    /// `Aᵀ`.
    pub fn transpose(&mut self, a: Var) -> Var {
        self.record(self.value(a).t().to_owned(), Operation::Transpose(a))
    }

    /// `tanh(A)`, entry by entry.
    pub fn tanh(&mut self, a: Var) -> Var {
        self.record(self.value(a).mapv(f64::tanh), Operation::Tanh(a))
    }

    /// The mean of all entries.
    pub fn mean(&mut self, a: Var) -> Var {
        let mean = self.value(a).sum() / self.value(a).len() as f64;
        self.record(array![[mean]], Operation::Mean(a))
    }

    /// The cross-entropy of `σ(A)` and the answers `Y`, summed over the outputs and averaged over the samples.
    ///
    /// The sigmoid is part of it, so that nothing overflows: `−y ln σ(a) − (1 − y) ln(1 − σ(a)) = ln(1 + eᵃ) − y a`.
    pub fn cross_entropy(&mut self, a: Var, y: Var) -> Var {
        let softplus = |a: f64| a.max(0.0) + (-a.abs()).exp().ln_1p();
        let (rows, answers) = (self.same_shape(a, y), self.value(y));
        let error = (rows.mapv(softplus) - answers * rows).sum() / rows.nrows() as f64;
        self.record(array![[error]], Operation::CrossEntropy(a, y))
    }

    /// The matrix at `a`, once it is known that the one at `b` has its shape: ndarray would repeat a single row.
    fn same_shape(&self, a: Var, b: Var) -> &Array2<f64> {
        assert_eq!(self.value(a).dim(), self.value(b).dim(), "matrices that meet entry by entry have one shape");
        self.value(a)
    }

    fn record(&mut self, value: Array2<f64>, operation: Operation) -> Var {
        self.nodes.push(MatrixNode { value, operation });
        Var(self.nodes.len() - 1)
    }
}

/// Back through [`MatrixTape::cross_entropy`]: chapter 6's `(ŷ − y) / n`, times the upstream gradient.
pub fn cross_entropy_backward(upstream: f64, a: &Array2<f64>, y: &Array2<f64>) -> Array2<f64> {
    upstream / a.nrows() as f64 * (a.mapv(sigma) - y)
}

/// The sigmoid of chapter 3, `σ(a) = 1 / (1 + e⁻ᵃ)`.
pub fn sigma(a: f64) -> f64 {
    1.0 / (1.0 + (-a).exp())
}

/// What a network is trained for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Objective {
    /// Numbers are predicted: `Ŷ = A₂`, and the error is the mean of the squares `(ŷ − y)²`.
    Regression,
    /// The probability of class 1 is predicted: `Ŷ = σ(A₂)`, and the error is the mean cross-entropy.
    Classification,
}

/// Chapter 6's network, with its biases by themselves: `A₂ = tanh(X W₁ᵀ + b₁) W₂ᵀ + b₂`.
#[derive(Debug, Clone)]
pub struct Network {
    /// What it is trained for.
    pub objective: Objective,
    /// The weights of the hidden layer, shape `(d, k)`.
    pub w1: Array2<f64>,
    /// The biases of the hidden layer, a row of shape `(1, d)`.
    pub b1: Array2<f64>,
    /// The weights of the output layer, shape `(m, d)`.
    pub w2: Array2<f64>,
    /// The biases of the output layer, a row of shape `(1, m)`.
    pub b2: Array2<f64>,
}

/// A network with random weights: `k` inputs, `d` hidden neurons, `m` outputs.
///
/// The same seed gives the same network as in chapter 6, where column 0 of each matrix held the biases, and `k` counted
/// the constant 1.
pub fn initial_network(seed: u64, objective: Objective, k: usize, d: usize, m: usize) -> Network {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut layer = |outputs: usize, inputs: usize| {
        let limit = 1.0 / ((inputs + 1) as f64).sqrt();
        let both = Array2::from_shape_simple_fn((outputs, inputs + 1), || random.random_range(-limit..limit));
        let (bias, weights) = both.view().split_at(Axis(1), 1);
        (weights.to_owned(), bias.t().to_owned())
    };
    let ((w1, b1), (w2, b2)) = (layer(d, k), layer(m, d));
    Network { objective, w1, b1, w2, b2 }
}
