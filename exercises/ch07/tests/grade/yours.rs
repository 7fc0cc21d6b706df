//! Your functions, for the tests' own types.
//!
//! The known mistakes are compiled before your crate, with a copy of `given.rs`. So the tests have tapes of their own,
//! with the same fields, and each is copied into one of yours before a call and back after it.

use ch07::given as yours;
use ch07_mistakes::given::{self as tests, MatrixTape, Network, Objective, Tape, Var};
use ndarray::Array2;

fn var(v: Var) -> yours::Var {
    yours::Var(v.0)
}

fn tape(tape: &Tape) -> yours::Tape {
    let node = |node: &tests::Node| {
        let parents = node.parents.iter().map(|&(parent, local)| (var(parent), local)).collect();
        yours::Node { value: node.value, parents }
    };
    yours::Tape { nodes: tape.nodes.iter().map(node).collect() }
}

/// Records something on a tape of yours.
fn record(on: &mut Tape, call: &dyn Fn(&mut yours::Tape) -> yours::Var) -> Var {
    let mut tape = tape(on);
    let result = call(&mut tape);
    let node = |node: yours::Node| {
        let parents = node.parents.into_iter().map(|(parent, local)| (Var(parent.0), local)).collect();
        tests::Node { value: node.value, parents }
    };
    on.nodes = tape.nodes.into_iter().map(node).collect();
    Var(result.0)
}

pub fn add(tape: &mut Tape, a: Var, b: Var) -> Var {
    record(tape, &|tape| ch07::add(tape, var(a), var(b)))
}

pub fn sub(tape: &mut Tape, a: Var, b: Var) -> Var {
    record(tape, &|tape| ch07::sub(tape, var(a), var(b)))
}

pub fn mul(tape: &mut Tape, a: Var, b: Var) -> Var {
    record(tape, &|tape| ch07::mul(tape, var(a), var(b)))
}

pub fn square(tape: &mut Tape, a: Var) -> Var {
    record(tape, &|tape| ch07::square(tape, var(a)))
}

pub fn tanh(tape: &mut Tape, a: Var) -> Var {
    record(tape, &|tape| ch07::tanh(tape, var(a)))
}

pub fn sigmoid(tape: &mut Tape, a: Var) -> Var {
    record(tape, &|tape| ch07::sigmoid(tape, var(a)))
}

pub fn backward(on: &Tape, output: Var) -> Vec<f64> {
    ch07::backward(&tape(on), var(output))
}

pub fn neuron_error(tape: &mut Tape, w: &[Var], x: &[f64], y: f64) -> Var {
    let places: Vec<_> = w.iter().map(|&w| var(w)).collect();
    record(tape, &|tape| ch07::neuron_error(tape, &places, x, y))
}

/// The same operation, with the places of the other tape.
macro_rules! operation {
    ($operation:expr, $from:ident, $to:ident) => {{
        use $to::Var;
        match $operation {
            $from::Operation::Leaf => $to::Operation::Leaf,
            $from::Operation::Add(a, b) => $to::Operation::Add(Var(a.0), Var(b.0)),
            $from::Operation::Sub(a, b) => $to::Operation::Sub(Var(a.0), Var(b.0)),
            $from::Operation::Mul(a, b) => $to::Operation::Mul(Var(a.0), Var(b.0)),
            $from::Operation::AddRow(a, row) => $to::Operation::AddRow(Var(a.0), Var(row.0)),
            $from::Operation::MatMul(a, b) => $to::Operation::MatMul(Var(a.0), Var(b.0)),
            $from::Operation::Transpose(a) => $to::Operation::Transpose(Var(a.0)),
            $from::Operation::Tanh(a) => $to::Operation::Tanh(Var(a.0)),
            $from::Operation::Mean(a) => $to::Operation::Mean(Var(a.0)),
            $from::Operation::CrossEntropy(a, y) => $to::Operation::CrossEntropy(Var(a.0), Var(y.0)),
        }
    }};
}

fn matrix_tape(tape: &MatrixTape) -> yours::MatrixTape {
    let node = |node: &tests::MatrixNode| yours::MatrixNode {
        value: node.value.clone(),
        operation: operation!(node.operation, tests, yours),
    };
    yours::MatrixTape { nodes: tape.nodes.iter().map(node).collect() }
}

pub fn matrix_backward(tape: &MatrixTape, output: Var) -> Vec<Array2<f64>> {
    ch07::matrix_backward(&matrix_tape(tape), var(output))
}

fn objective(objective: Objective) -> yours::Objective {
    match objective {
        Objective::Regression => yours::Objective::Regression,
        Objective::Classification => yours::Objective::Classification,
    }
}

pub fn mean_error(on: &mut MatrixTape, wanted: Objective, weights: [Var; 4], x: &Array2<f64>, y: &Array2<f64>) -> Var {
    let mut tape = matrix_tape(on);
    let error = ch07::mean_error(&mut tape, objective(wanted), weights.map(var), x, y);
    let node = |node: yours::MatrixNode| tests::MatrixNode {
        operation: operation!(node.operation, yours, tests),
        value: node.value,
    };
    on.nodes = tape.nodes.into_iter().map(node).collect();
    Var(error.0)
}

pub fn train_step(network: &mut Network, x: &Array2<f64>, y: &Array2<f64>, eta: f64) -> f64 {
    let Network { w1, b1, w2, b2, .. } = network.clone();
    let mut yours = yours::Network { objective: objective(network.objective), w1, b1, w2, b2 };
    let error = ch07::train_step(&mut yours, x, y, eta);
    (network.w1, network.b1, network.w2, network.b2) = (yours.w1, yours.b1, yours.w2, yours.b2);
    error
}
