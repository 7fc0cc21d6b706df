//! Spoilers: wrong ways to write `mean_error` and `train_step`, and the inputs that tell them apart. The tests use them
//! to name a mistake.

use crate::given::{MatrixTape, Network, Objective, Var, sigma};
use crate::naive::{self, Example, Weights, gradient, gradients_by_hand};
use checks::{Answer, Diagnosis};
use ndarray::{Array2, array};

pub type MeanError = fn(&mut MatrixTape, Objective, [Var; 4], &Array2<f64>, &Array2<f64>) -> Var;
pub type TrainStep = fn(&mut Network, &Array2<f64>, &Array2<f64>, f64) -> f64;
pub type Functions = (MeanError, TrainStep);

pub static MEAN_ERROR: Diagnosis<Functions, MeanError, Example> = Diagnosis {
    function: "mean_error",
    slot: |f| &mut f.0,
    right: recorded,
    mistakes: &[
        (
            "the error is right, but nothing leads from it to the weights: was `tape.value` used, or `leaf` for a \
             weight?",
            |tape, objective, weights, x, y| {
                let error = recorded(tape, objective, weights, x, y);
                let value = tape.value(error).clone();
                tape.leaf(&value)
            },
        ),
        (
            "nothing leads from the error to W₁ and W₂: `tape.transpose(w)` records the step, `.t()` of a value does \
             not",
            |tape, objective, weights, x, y| {
                let weights = copied(tape, weights, &[0, 2]);
                recorded(tape, objective, weights, x, y)
            },
        ),
        (
            "nothing leads from the error to W₁ and b₁: was the hidden layer taken off the tape, and put on it again \
             with `leaf`?",
            |tape, objective, weights, x, y| {
                let weights = copied(tape, weights, &[0, 1]);
                recorded(tape, objective, weights, x, y)
            },
        ),
        (
            "nothing leads from the error to W₂ and b₂: they are on the tape, use the places `w2` and `b2`",
            |tape, objective, weights, x, y| {
                let weights = copied(tape, weights, &[2, 3]);
                recorded(tape, objective, weights, x, y)
            },
        ),
        (
            "nothing leads from the error to b₁ and b₂: they are on the tape, use the places `b1` and `b2`",
            |tape, objective, weights, x, y| {
                let weights = copied(tape, weights, &[1, 3]);
                recorded(tape, objective, weights, x, y)
            },
        ),
        (
            "nothing leads from the error to W₁: it is on the tape, use the place `w1`",
            |tape, objective, weights, x, y| {
                let weights = copied(tape, weights, &[0]);
                recorded(tape, objective, weights, x, y)
            },
        ),
        (
            "nothing leads from the error to W₂: it is on the tape, use the place `w2`",
            |tape, objective, weights, x, y| {
                let weights = copied(tape, weights, &[2]);
                recorded(tape, objective, weights, x, y)
            },
        ),
        (
            "for regression half of the gradient is lost: was one factor of the square put on the tape again with \
             `leaf`?",
            |tape, objective, weights, x, y| {
                regression(tape, objective, weights, x, y, |tape, a2, y| {
                    let difference = tape.sub(a2, y);
                    let again = copy(tape, difference);
                    let squares = tape.mul(difference, again);
                    tape.mean(squares)
                })
            },
        ),
        (
            "the arguments of `cross_entropy` have changed places: A₂ comes first, and then the answers",
            |tape, objective, weights, x, y| {
                classification(tape, objective, weights, x, y, |tape, a2, y| tape.cross_entropy(y, a2))
            },
        ),
        (
            "for classification the sigmoid is applied twice, once off the tape: `tape.cross_entropy(a2, y)` applies \
             it",
            |tape, objective, weights, x, y| {
                classification(tape, objective, weights, x, y, |tape, a2, y| {
                    let y_hat = tape.value(a2).mapv(sigma);
                    let y_hat = tape.leaf(&y_hat);
                    tape.cross_entropy(y_hat, y)
                })
            },
        ),
        (
            "W₁ and W₂ are not transposed: A₁ = X W₁ᵀ + b₁ and A₂ = H W₂ᵀ + b₂",
            |tape, objective, weights, x, y| {
                let weights = transposed(tape, weights, &[0, 2]);
                recorded(tape, objective, weights, x, y)
            },
        ),
        ("W₁ is not transposed: A₁ = X W₁ᵀ + b₁", |tape, objective, weights, x, y| {
            let weights = transposed(tape, weights, &[0]);
            recorded(tape, objective, weights, x, y)
        }),
        ("W₂ is not transposed: A₂ = H W₂ᵀ + b₂", |tape, objective, weights, x, y| {
            let weights = transposed(tape, weights, &[2]);
            recorded(tape, objective, weights, x, y)
        }),
        (
            "the places are taken in another order than they come: `let [w1, b1, w2, b2] = weights;`",
            |tape, objective, [w1, w2, b1, b2], x, y| recorded(tape, objective, [w1, b1, w2, b2], x, y),
        ),
        (
            "tanh is applied before the biases are added: H = tanh(X W₁ᵀ + b₁)",
            |tape, objective, weights, x, y| {
                let [w1, b1, w2, b2] = weights;
                let none = Array2::zeros(tape.value(b1).dim());
                let none = tape.leaf(&none);
                let a2 = outputs(
                    tape,
                    [w1, none, w2, b2],
                    x,
                    |tape, product| {
                        let h = tape.tanh(product);
                        tape.add_row(h, b1)
                    },
                    |_, a2| a2,
                );
                error(tape, objective, a2, y)
            },
        ),
        (
            "tanh is applied at the outputs, and not in the hidden layer: H = tanh(A₁)",
            |tape, objective, weights, x, y| {
                let a2 = outputs(tape, weights, x, |_, a1| a1, MatrixTape::tanh);
                error(tape, objective, a2, y)
            },
        ),
        ("tanh is applied to the batch too: A₁ = X W₁ᵀ + b₁", |tape, objective, weights, x, y| {
            recorded(tape, objective, weights, &x.mapv(f64::tanh), y)
        }),
        ("tanh is applied twice in the hidden layer: H = tanh(A₁)", |tape, objective, weights, x, y| {
            let twice = |tape: &mut MatrixTape, a1| {
                let once = tape.tanh(a1);
                tape.tanh(once)
            };
            let a2 = outputs(tape, weights, x, twice, |_, a2| a2);
            error(tape, objective, a2, y)
        }),
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
        (
            "all biases are left out: A₁ = X W₁ᵀ + b₁ and A₂ = H W₂ᵀ + b₂",
            |tape, objective, [w1, b1, w2, b2], x, y| {
                let [b1, b2] = [b1, b2].map(|b| {
                    let zeros = Array2::zeros(tape.value(b).dim());
                    tape.leaf(&zeros)
                });
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
        (
            "the differences are not squared: for regression E is the mean of (A₂ − Y)²",
            |tape, objective, weights, x, y| {
                regression(tape, objective, weights, x, y, |tape, a2, y| {
                    let difference = tape.sub(a2, y);
                    tape.mean(difference)
                })
            },
        ),
        (
            "this is the mean of Y − A₂, without a square: for regression E is the mean of (A₂ − Y)²",
            |tape, objective, weights, x, y| {
                regression(tape, objective, weights, x, y, |tape, a2, y| {
                    let difference = tape.sub(y, a2);
                    tape.mean(difference)
                })
            },
        ),
        ("the mean is squared: square first with `tape.mul`, then take the mean", |tape, objective, weights, x, y| {
            regression(tape, objective, weights, x, y, |tape, a2, y| {
                let difference = tape.sub(a2, y);
                let mean = tape.mean(difference);
                tape.mul(mean, mean)
            })
        }),
        (
            "for regression the squares are returned: the error is their mean, `tape.mean`",
            |tape, objective, weights, x, y| {
                regression(tape, objective, weights, x, y, |tape, a2, y| {
                    let difference = tape.sub(a2, y);
                    tape.mul(difference, difference)
                })
            },
        ),
        ("the outputs A₂ are returned: go on to the error", |tape, _, weights, x, _| {
            outputs(tape, weights, x, MatrixTape::tanh, |_, a2| a2)
        }),
        (
            "this is 2(A₂ − Y), the derivative of the error: record (A₂ − Y)², the sweep finds the derivative",
            |tape, objective, weights, x, y| {
                regression(tape, objective, weights, x, y, |tape, a2, y| {
                    let difference = tape.sub(a2, y);
                    let doubled = tape.add(difference, difference);
                    tape.mean(doubled)
                })
            },
        ),
        (
            "for regression outputs and answers are added: E is the mean of (A₂ − Y)²",
            |tape, objective, weights, x, y| {
                regression(tape, objective, weights, x, y, |tape, a2, y| {
                    let sum = tape.add(a2, y);
                    let squares = tape.mul(sum, sum);
                    tape.mean(squares)
                })
            },
        ),
        (
            "for regression the answers are not used: E is the mean of (A₂ − Y)²",
            |tape, objective, weights, x, y| {
                regression(tape, objective, weights, x, y, |tape, a2, _| {
                    let squares = tape.mul(a2, a2);
                    tape.mean(squares)
                })
            },
        ),
        (
            "for regression this is half of the error: this course takes the mean of the squares, without the ½",
            |tape, objective, weights, x, y| {
                regression(tape, objective, weights, x, y, |tape, a2, y| scaled(tape, a2, y, 0.5))
            },
        ),
        (
            "for regression the squares are summed over the outputs: the mean is over all entries of (A₂ − Y)²",
            |tape, objective, weights, x, y| {
                let m = y.ncols() as f64;
                regression(tape, objective, weights, x, y, |tape, a2, y| scaled(tape, a2, y, m))
            },
        ),
        (
            "for regression the squares are summed: the error is their mean over all entries, `tape.mean`",
            |tape, objective, weights, x, y| {
                let count = y.len() as f64;
                regression(tape, objective, weights, x, y, |tape, a2, y| scaled(tape, a2, y, count))
            },
        ),
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
        (
            "each matrix takes its step before the gradient for the next one is computed: one tape and one sweep for \
             all four",
            |network, x, y, eta| {
                let error = naive::error(network.objective, &weights(network), x, y);
                for turn in 0..4 {
                    stepped(network, x, y, |i, w, g| if i == turn { w - eta * g } else { w.clone() });
                }
                error
            },
        ),
        ("two steps are taken, each from its own gradient: one call is one step", |network, x, y, eta| {
            let error = stepped(network, x, y, |_, w, g| w - eta * g);
            stepped(network, x, y, |_, w, g| w - eta * g);
            error
        }),
        ("the objective is always regression: hand on `network.objective`", |network, x, y, eta| {
            as_if(network, Objective::Regression, x, y, eta)
        }),
        ("the objective is always classification: hand on `network.objective`", |network, x, y, eta| {
            as_if(network, Objective::Classification, x, y, eta)
        }),
        (
            "the weights are replaced by the step: it is added to them, W ← W − η ∂E/∂W",
            |network, x, y, eta| stepped(network, x, y, |_, _, g| -eta * g),
        ),
        ("the weights are replaced by the gradients: W ← W − η ∂E/∂W", |network, x, y, _| {
            stepped(network, x, y, |_, _, g| g.clone())
        }),
        ("the step size is not used, and the step climbs: W ← W − η ∂E/∂W", |network, x, y, _| {
            stepped(network, x, y, |_, w, g| w + g)
        }),
        ("the step size is a fixed number: use the argument `eta`", |network, x, y, _| {
            stepped(network, x, y, |_, w, g| w - 0.1 * g)
        }),
        ("the step size is a fixed number: use the argument `eta`", |network, x, y, _| {
            stepped(network, x, y, |_, w, g| w - 0.5 * g)
        }),
        ("W₁ is as it was: W₁, b₁, W₂ and b₂ all take a step", |network, x, y, eta| {
            stepped(network, x, y, |i, w, g| if i == 0 { w.clone() } else { w - eta * g })
        }),
        ("b₁ is as it was: W₁, b₁, W₂ and b₂ all take a step", |network, x, y, eta| {
            stepped(network, x, y, |i, w, g| if i == 1 { w.clone() } else { w - eta * g })
        }),
        ("W₂ is as it was: W₁, b₁, W₂ and b₂ all take a step", |network, x, y, eta| {
            stepped(network, x, y, |i, w, g| if i == 2 { w.clone() } else { w - eta * g })
        }),
        ("b₂ is as it was: W₁, b₁, W₂ and b₂ all take a step", |network, x, y, eta| {
            stepped(network, x, y, |i, w, g| if i == 3 { w.clone() } else { w - eta * g })
        }),
        ("the biases climb: they go against their gradient, like W₁ and W₂", |network, x, y, eta| {
            stepped(network, x, y, |i, w, g| if i % 2 == 1 { w + eta * g } else { w - eta * g })
        }),
        ("the gradients are multiplied by n: the error holds the mean already", |network, x, y, eta| {
            stepped(network, x, y, |_, w, g| w - eta * g * x.nrows() as f64)
        }),
        ("divided by η: multiply the gradients by it", |network, x, y, eta| {
            stepped(network, x, y, |_, w, g| w - g / eta)
        }),
        ("only the signs of the derivatives are used: W ← W − η ∂E/∂W", |network, x, y, eta| {
            stepped(network, x, y, |_, w, g| w - eta * g.mapv(f64::signum))
        }),
        (
            "1 is returned, the derivative of the error by itself: its value is `tape.value(error)[[0, 0]]`",
            |network, x, y, eta| {
                stepped(network, x, y, |_, w, g| w - eta * g);
                1.0
            },
        ),
        ("0 is returned: the error is `tape.value(error)[[0, 0]]`", |network, x, y, eta| {
            stepped(network, x, y, |_, w, g| w - eta * g);
            0.0
        }),
        ("the returned error is multiplied by n: it is the mean", |network, x, y, eta| {
            stepped(network, x, y, |_, w, g| w - eta * g) * x.nrows() as f64
        }),
        ("what the step gains is returned: return the error before it", |network, x, y, eta| {
            let error = stepped(network, x, y, |_, w, g| w - eta * g);
            error - naive::error(network.objective, &weights(network), x, y)
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

/// The same matrix, put on the tape again: nothing leads from there to where it came from.
fn copy(tape: &mut MatrixTape, v: Var) -> Var {
    let value = tape.value(v).clone();
    tape.leaf(&value)
}

/// The places, with copies in some of them.
fn copied(tape: &mut MatrixTape, mut weights: [Var; 4], which: &[usize]) -> [Var; 4] {
    for &i in which {
        weights[i] = copy(tape, weights[i]);
    }
    weights
}

/// The places, with transposes in some of them, which are transposed once more on the way.
fn transposed(tape: &mut MatrixTape, mut weights: [Var; 4], which: &[usize]) -> [Var; 4] {
    for &i in which {
        weights[i] = tape.transpose(weights[i]);
    }
    weights
}

/// The error of a network, with another one for regression.
fn regression(
    tape: &mut MatrixTape,
    objective: Objective,
    weights: [Var; 4],
    x: &Array2<f64>,
    y: &Array2<f64>,
    of: impl Fn(&mut MatrixTape, Var, Var) -> Var,
) -> Var {
    if objective == Objective::Classification {
        return recorded(tape, objective, weights, x, y);
    }
    let a2 = outputs(tape, weights, x, MatrixTape::tanh, |_, a2| a2);
    let y = tape.leaf(y);
    of(tape, a2, y)
}

/// The error of a network, with another one for classification.
fn classification(
    tape: &mut MatrixTape,
    objective: Objective,
    weights: [Var; 4],
    x: &Array2<f64>,
    y: &Array2<f64>,
    of: impl Fn(&mut MatrixTape, Var, Var) -> Var,
) -> Var {
    if objective == Objective::Regression {
        return recorded(tape, objective, weights, x, y);
    }
    let a2 = outputs(tape, weights, x, MatrixTape::tanh, |_, a2| a2);
    let y = tape.leaf(y);
    of(tape, a2, y)
}

/// The mean of the squares times a number.
fn scaled(tape: &mut MatrixTape, a2: Var, y: Var, factor: f64) -> Var {
    let difference = tape.sub(a2, y);
    let squares = tape.mul(difference, difference);
    let mean = tape.mean(squares);
    let factor = tape.leaf(&array![[factor]]);
    tape.mul(mean, factor)
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

/// A step for another objective than the network's.
fn as_if(network: &mut Network, objective: Objective, x: &Array2<f64>, y: &Array2<f64>, eta: f64) -> f64 {
    let own = std::mem::replace(&mut network.objective, objective);
    let error = stepped(network, x, y, |_, w, g| w - eta * g);
    network.objective = own;
    error
}
