//! Derivatives once more, the other way round: what the tests hold the student's functions against.
//!
//! The chapter goes through the tape backwards, once for all derivatives. Here it is gone through forwards, once for
//! each of them (forward mode): node by node, how fast does it grow as one number grows? Nothing here calls a function
//! of the chapter.

use crate::given::{MatrixTape, Objective, Operation, Tape, Var, sigma};
use checks::Random;
use ndarray::{Array1, Array2, Axis, array};

/// The derivative of the output by every node.
pub fn derivatives(tape: &Tape, output: Var) -> Vec<f64> {
    (0..tape.nodes.len()).map(|by| derivative(tape, output, Var(by))).collect()
}

/// The derivative of the output by one node.
pub fn derivative(tape: &Tape, output: Var, by: Var) -> f64 {
    let mut growth = vec![0.0; tape.nodes.len()];
    for (i, node) in tape.nodes.iter().enumerate() {
        growth[i] = node.parents.iter().map(|(parent, local)| local * growth[parent.0]).sum();
        if i == by.0 {
            growth[i] = 1.0;
        }
    }
    growth[output.0]
}

pub fn add(tape: &mut Tape, a: Var, b: Var) -> Var {
    tape.record(tape.value(a) + tape.value(b), vec![(a, 1.0), (b, 1.0)])
}

pub fn sub(tape: &mut Tape, a: Var, b: Var) -> Var {
    tape.record(tape.value(a) - tape.value(b), vec![(a, 1.0), (b, -1.0)])
}

pub fn mul(tape: &mut Tape, a: Var, b: Var) -> Var {
    tape.record(tape.value(a) * tape.value(b), vec![(a, tape.value(b)), (b, tape.value(a))])
}

pub fn square(tape: &mut Tape, a: Var) -> Var {
    tape.record(tape.value(a) * tape.value(a), vec![(a, 2.0 * tape.value(a))])
}

pub fn tanh(tape: &mut Tape, a: Var) -> Var {
    let z = tape.value(a).tanh();
    tape.record(z, vec![(a, 1.0 - z * z)])
}

pub fn sigmoid(tape: &mut Tape, a: Var) -> Var {
    let z = sigma(tape.value(a));
    tape.record(z, vec![(a, z * (1.0 - z))])
}

/// A random expression of these leaves: each step takes the node before it and any earlier one, or the node alone.
pub fn expression(seed: u64, leaves: &Array1<f64>, steps: usize) -> Tape {
    let mut random = Random::seeded(seed);
    let mut tape = Tape::new();
    for &leaf in leaves {
        tape.leaf(leaf);
    }
    for step in 0..steps {
        let last = tape.nodes.len() - 1;
        let earlier = Var(((random.number() + 1.0) / 2.0 * last as f64) as usize);
        match step % 4 {
            0 => mul(&mut tape, Var(last), earlier),
            1 => sub(&mut tape, earlier, Var(last)),
            2 => tanh(&mut tape, Var(last)),
            _ => add(&mut tape, Var(last), earlier),
        };
    }
    tape
}

/// The gradient of the output for every node of a tape of matrices.
pub fn gradients(tape: &MatrixTape, output: Var) -> Vec<Array2<f64>> {
    (0..tape.nodes.len()).map(|by| gradient(tape, output, Var(by))).collect()
}

/// The gradient of the output for one node: once through the tape for each of its entries.
pub fn gradient(tape: &MatrixTape, output: Var, by: Var) -> Array2<f64> {
    Array2::from_shape_fn(tape.value(by).dim(), |entry| {
        let mut growth: Vec<Array2<f64>> = vec![];
        for (i, node) in tape.nodes.iter().enumerate() {
            growth.push(step(tape, &growth, node.operation, &node.value));
            if i == by.0 {
                growth[i][entry] = 1.0;
            }
        }
        growth[output.0].sum()
    })
}

/// How fast the result of an operation grows, given how fast all earlier nodes do.
fn step(tape: &MatrixTape, growth: &[Array2<f64>], operation: Operation, result: &Array2<f64>) -> Array2<f64> {
    let value = |v: Var| tape.value(v);
    let growth = |v: Var| &growth[v.0];
    match operation {
        Operation::Leaf => Array2::zeros(result.dim()),
        Operation::Add(a, b) => growth(a) + growth(b),
        Operation::Sub(a, b) => growth(a) - growth(b),
        Operation::Mul(a, b) => growth(a) * value(b) + value(a) * growth(b),
        Operation::AddRow(a, row) => growth(a) + growth(row),
        Operation::MatMul(a, b) => growth(a).dot(value(b)) + value(a).dot(growth(b)),
        Operation::Transpose(a) => growth(a).t().to_owned(),
        Operation::Tanh(a) => growth(a) * result.mapv(|z| 1.0 - z * z),
        Operation::Mean(a) => array![[growth(a).sum() / growth(a).len() as f64]],
        // The answers are not changed.
        Operation::CrossEntropy(a, y) => {
            array![[((value(a).mapv(sigma) - value(y)) * growth(a)).sum() / value(a).nrows() as f64]]
        }
    }
}

/// A network's weights without the network: `W₁, b₁, W₂, b₂`.
pub type Weights = [Array2<f64>; 4];

/// Random weights, a batch and its answers.
pub struct Example {
    pub objective: Objective,
    pub weights: Weights,
    pub x: Array2<f64>,
    pub y: Array2<f64>,
}

/// A random example: `[n, k, d, m]` samples, inputs, hidden neurons and outputs.
pub fn example(seed: u64, objective: Objective, [n, k, d, m]: [usize; 4]) -> Example {
    let mut random = Random::seeded(seed);
    let weights = [random.matrix(d, k), random.matrix(1, d), random.matrix(m, d), random.matrix(1, m)];
    let (x, y) = (random.matrix(n, k), random.matrix(n, m));
    let y = if objective == Objective::Classification { y.mapv(|y| f64::from(y > 0.0)) } else { y };
    Example { objective, weights, x, y }
}

/// The pre-activations of the outputs.
pub fn outputs([w1, b1, w2, b2]: &Weights, x: &Array2<f64>) -> Array2<f64> {
    let hidden = (x.dot(&w1.t()) + b1).mapv(f64::tanh);
    hidden.dot(&w2.t()) + b2
}

/// The mean error, without a tape.
pub fn error(objective: Objective, weights: &Weights, x: &Array2<f64>, y: &Array2<f64>) -> f64 {
    let a2 = outputs(weights, x);
    match objective {
        Objective::Regression => (a2 - y).mapv(|v| v * v).mean().unwrap(),
        Objective::Classification => {
            let softplus = a2.mapv(|a| a.max(0.0) + (-a.abs()).exp().ln_1p());
            (softplus - y * &a2).sum() / y.nrows() as f64
        }
    }
}

/// The gradients for `W₁, b₁, W₂, b₂`, by the formulas of chapter 6.
pub fn gradients_by_hand(objective: Objective, weights: &Weights, x: &Array2<f64>, y: &Array2<f64>) -> Weights {
    let [w1, b1, w2, _] = weights;
    let h = (x.dot(&w1.t()) + b1).mapv(f64::tanh);
    let a2 = outputs(weights, x);
    let delta2 = match objective {
        Objective::Regression => (a2 - y) * 2.0 / y.len() as f64,
        Objective::Classification => (a2.mapv(sigma) - y) / y.nrows() as f64,
    };
    let delta1 = delta2.dot(w2) * h.mapv(|h| 1.0 - h * h);
    let sums = |delta: &Array2<f64>| delta.sum_axis(Axis(0)).insert_axis(Axis(0));
    [delta1.t().dot(x), sums(&delta1), delta2.t().dot(&h), sums(&delta2)]
}
