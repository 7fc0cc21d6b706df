//! Spoilers: wrong ways to write `mean_error` and `train_step`, and the inputs that tell them apart. The tests use them
//! to name a mistake.

use crate::given::{MatrixTape, Network, Objective, Var};
use crate::naive::{self, Example, Weights, gradient, gradients_by_hand};
use checks::{Answer, Diagnosis};
use ndarray::Array2;

pub type MeanError = fn(&mut MatrixTape, Objective, [Var; 4], &Array2<f64>, &Array2<f64>) -> Var;
pub type TrainStep = fn(&mut Network, &Array2<f64>, &Array2<f64>, f64) -> f64;
pub type Functions = (MeanError, TrainStep);

pub static MEAN_ERROR: Diagnosis<Functions, MeanError, Example> = Diagnosis {
    function: "mean_error",
    slot: |f| &mut f.0,
    right: recorded,
    mistakes: &[
        (
            "the error has the right value, and nothing leads from it to the weights: was a matrix taken off the tape with \
             `tape.value`, or a weight put on it again with `leaf`?",
            |tape, objective, weights, x, y| {
                let error = recorded(tape, objective, weights, x, y);
                let value = tape.value(error).clone();
                tape.leaf(&value)
            },
        ),
        ("tanh is left out: H = tanh(A₁)", |tape, objective, weights, x, y| {
            let a2 = outputs(tape, weights, x, |_, a1| a1, |_, a2| a2);
            error(tape, objective, a2, y)
        }),
        ("tanh is applied at the outputs too: only the hidden layer has it", |tape, objective, weights, x, y| {
            let a2 = outputs(tape, weights, x, MatrixTape::tanh, MatrixTape::tanh);
            error(tape, objective, a2, y)
        }),
        (
            "the biases of the hidden layer are left out: A₁ = X W₁ᵀ + b₁",
            |tape, objective, [w1, b1, w2, b2], x, y| {
                let zeros = Array2::zeros(tape.value(b1).dim());
                let b1 = tape.leaf(&zeros);
                recorded(tape, objective, [w1, b1, w2, b2], x, y)
            },
        ),
        (
            "the biases of the output layer are left out: A₂ = H W₂ᵀ + b₂",
            |tape, objective, [w1, b1, w2, b2], x, y| {
                let zeros = Array2::zeros(tape.value(b2).dim());
                let b2 = tape.leaf(&zeros);
                recorded(tape, objective, [w1, b1, w2, b2], x, y)
            },
        ),
        ("the objectives have changed places: `match objective` decides", |tape, objective, weights, x, y| {
            recorded(tape, other(objective), weights, x, y)
        }),
        ("the error is always that of regression: `match objective` decides", |tape, _, weights, x, y| {
            recorded(tape, Objective::Regression, weights, x, y)
        }),
        ("the error is always that of classification: `match objective` decides", |tape, _, weights, x, y| {
            recorded(tape, Objective::Classification, weights, x, y)
        }),
        ("the differences are not squared: E is the mean of (ŷ − y)²", |tape, objective, weights, x, y| {
            let a2 = outputs(tape, weights, x, MatrixTape::tanh, |_, a2| a2);
            match objective {
                Objective::Regression => {
                    let y = tape.leaf(y);
                    let difference = tape.sub(a2, y);
                    tape.mean(difference)
                }
                Objective::Classification => error(tape, objective, a2, y),
            }
        }),
    ],
    inputs: examples,
    call: |mean_error, Example { objective, weights, x, y }| {
        let mut tape = MatrixTape::new();
        let places = [0, 1, 2, 3].map(|i| tape.leaf(&weights[i]));
        let error = mean_error(&mut tape, *objective, places, x, y);
        let [w1, b1, w2, b2] = places.map(|place| gradient(&tape, error, place));
        Answer::named("the error", tape.value(error))
            .and("the gradient for W₁", &w1)
            .and("the gradient for b₁", &b1)
            .and("the gradient for W₂", &w2)
            .and("the gradient for b₂", &b2)
    },
    properties: &[
        ("the objective is regression", |e| e.objective == Objective::Regression),
        ("the objective is classification", |e| e.objective == Objective::Classification),
        ("there is more than one output", |e| e.y.ncols() > 1),
        ("there is more than one sample", |e| e.x.nrows() > 1),
    ],
};

pub static TRAIN_STEP: Diagnosis<Functions, TrainStep, (Example, f64)> = Diagnosis {
    function: "train_step",
    slot: |f| &mut f.1,
    right: |network, x, y, eta| stepped(network, x, y, |_, w, g| w - eta * g),
    mistakes: &[
        ("this climbs: the step goes against the gradient, W ← W − η ∂E/∂W", |network, x, y, eta| {
            stepped(network, x, y, |_, w, g| w + eta * g)
        }),
        ("the step size is not used: multiply the gradients by η", |network, x, y, _| {
            stepped(network, x, y, |_, w, g| w - g)
        }),
        (
            "nothing has changed: was the copy on the tape changed, and not the network, or is the step never taken?",
            |network, x, y, _| stepped(network, x, y, |_, w, _| w.clone()),
        ),
        ("the biases are as they were: W₁, b₁, W₂ and b₂ all take a step", |network, x, y, eta| {
            stepped(network, x, y, |i, w, g| if i % 2 == 1 { w.clone() } else { w - eta * g })
        }),
        ("only the biases take a step: W₁, b₁, W₂ and b₂ all do", |network, x, y, eta| {
            stepped(network, x, y, |i, w, g| if i % 2 == 0 { w.clone() } else { w - eta * g })
        }),
        ("the hidden layer is as it was: W₁, b₁, W₂ and b₂ all take a step", |network, x, y, eta| {
            stepped(network, x, y, |i, w, g| if i < 2 { w.clone() } else { w - eta * g })
        }),
        ("the output layer is as it was: W₁, b₁, W₂ and b₂ all take a step", |network, x, y, eta| {
            stepped(network, x, y, |i, w, g| if i > 1 { w.clone() } else { w - eta * g })
        }),
        ("the step is taken twice: is the gradient added to that of an earlier sweep?", |network, x, y, eta| {
            stepped(network, x, y, |_, w, g| w - 2.0 * eta * g)
        }),
        ("the gradients are divided by n once more: the error holds the mean already", |network, x, y, eta| {
            stepped(network, x, y, |_, w, g| w - eta * g / x.nrows() as f64)
        }),
        ("the error after the step is returned: it is the one before it", |network, x, y, eta| {
            stepped(network, x, y, |_, w, g| w - eta * g);
            naive::error(network.objective, &weights(network), x, y)
        }),
    ],
    inputs: || examples().into_iter().zip([0.3, 0.7, 1.3, 0.05, 2.0, 0.1].into_iter().cycle()).collect(),
    call: |train_step, (example, eta)| {
        let mut network = network(example);
        let error = train_step(&mut network, &example.x, &example.y, *eta);
        Answer::named("the error", &error)
            .and("W₁", &network.w1)
            .and("b₁", &network.b1)
            .and("W₂", &network.w2)
            .and("b₂", &network.b2)
    },
    properties: &[
        ("the objective is regression", |(e, _)| e.objective == Objective::Regression),
        ("the objective is classification", |(e, _)| e.objective == Objective::Classification),
        ("the step size is larger than 1", |(_, eta)| *eta > 1.0),
        ("there is more than one output", |(e, _)| e.y.ncols() > 1),
        ("there is more than one sample", |(e, _)| e.x.nrows() > 1),
    ],
};

fn examples() -> Vec<Example> {
    let sizes = [[4, 2, 3, 1], [3, 3, 2, 2], [1, 2, 3, 2], [5, 1, 2, 3], [3, 3, 3, 3]];
    let both = [Objective::Regression, Objective::Classification];
    (0..10).map(|i| naive::example(1079 + i, both[i as usize % 2], sizes[i as usize / 2])).collect()
}

fn other(objective: Objective) -> Objective {
    if objective == Objective::Regression { Objective::Classification } else { Objective::Regression }
}

fn recorded(tape: &mut MatrixTape, objective: Objective, weights: [Var; 4], x: &Array2<f64>, y: &Array2<f64>) -> Var {
    let a2 = outputs(tape, weights, x, MatrixTape::tanh, |_, a2| a2);
    error(tape, objective, a2, y)
}

/// The outputs, with an activation for each layer.
fn outputs(
    tape: &mut MatrixTape,
    [w1, b1, w2, b2]: [Var; 4],
    x: &Array2<f64>,
    hidden: impl Fn(&mut MatrixTape, Var) -> Var,
    output: impl Fn(&mut MatrixTape, Var) -> Var,
) -> Var {
    let layer = |tape: &mut MatrixTape, x, w, b| {
        let transposed = tape.transpose(w);
        let product = tape.matmul(x, transposed);
        tape.add_row(product, b)
    };
    let x = tape.leaf(x);
    let a1 = layer(tape, x, w1, b1);
    let h = hidden(tape, a1);
    let a2 = layer(tape, h, w2, b2);
    output(tape, a2)
}

fn error(tape: &mut MatrixTape, objective: Objective, a2: Var, y: &Array2<f64>) -> Var {
    let y = tape.leaf(y);
    match objective {
        Objective::Regression => {
            let difference = tape.sub(a2, y);
            let squares = tape.mul(difference, difference);
            tape.mean(squares)
        }
        Objective::Classification => tape.cross_entropy(a2, y),
    }
}

/// The network of an example.
pub fn network(Example { objective, weights: [w1, b1, w2, b2], .. }: &Example) -> Network {
    Network { objective: *objective, w1: w1.clone(), b1: b1.clone(), w2: w2.clone(), b2: b2.clone() }
}

/// Its weights and biases.
pub fn weights(network: &Network) -> Weights {
    [network.w1.clone(), network.b1.clone(), network.w2.clone(), network.b2.clone()]
}

/// Makes of each matrix and its gradient what this function says, which is told its place among the four.
fn stepped(
    network: &mut Network,
    x: &Array2<f64>,
    y: &Array2<f64>,
    step: impl Fn(usize, &Array2<f64>, &Array2<f64>) -> Array2<f64>,
) -> f64 {
    let before = weights(network);
    let gradients = gradients_by_hand(network.objective, &before, x, y);
    let [w1, b1, w2, b2] = [0, 1, 2, 3].map(|i| step(i, &before[i], &gradients[i]));
    (network.w1, network.b1, network.w2, network.b2) = (w1, b1, w2, b2);
    naive::error(network.objective, &before, x, y)
}
