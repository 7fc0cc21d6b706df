//! Spoilers: wrong ways to write `neuron_error`, and the inputs that tell them apart. The tests use them to name a
//! mistake.

use crate::given::{Tape, Var};
use crate::naive::{add, derivatives, mul, sigmoid, square, sub, tanh};
use checks::{Answer, Diagnosis, Random};
use ndarray::{Array1, array};

pub type NeuronError = fn(&mut Tape, &[Var], &[f64], f64) -> Var;
/// Weights, features and the answer.
type Inputs = (Array1<f64>, Array1<f64>, f64);

pub static NEURON_ERROR: Diagnosis<NeuronError, NeuronError, Inputs> = Diagnosis {
    function: "neuron_error",
    slot: |f| f,
    right,
    mistakes: &[
        (
            "the error is right, but nothing leads from it to the weights: was `tape.value` used, or `leaf` for a \
             weight?",
            |tape, w, x, y| {
                let error = right(tape, w, x, y);
                tape.leaf(tape.value(error))
            },
        ),
        (
            "half of the gradient is lost: was one factor of the square a copy? Use `square`, or the same place twice",
            |tape, w, x, y| {
                finished(tape, w, x, y, |tape, y_hat, y| {
                    let difference = sub(tape, y_hat, y);
                    let copy = tape.leaf(tape.value(difference));
                    mul(tape, difference, copy)
                })
            },
        ),
        ("this is the prediction ŷ: the error is (ŷ − y)²", |tape, w, x, y| {
            finished(tape, w, x, y, |_, y_hat, _| y_hat)
        }),
        ("this is the pre-activation a: go on to ŷ = σ(a) and to (ŷ − y)²", |tape, w, x, _| sum(tape, w, x)),
        ("the difference is not squared: E = (ŷ − y)²", |tape, w, x, y| finished(tape, w, x, y, sub)),
        ("this is y − ŷ, without a square: E = (ŷ − y)²", |tape, w, x, y| {
            finished(tape, w, x, y, |tape, y_hat, y| sub(tape, y, y_hat))
        }),
        ("the sigmoid is left out: ŷ = σ(a)", |tape, w, x, y| activated(tape, w, x, y, |_, a| a)),
        ("the activation is tanh: this neuron has a sigmoid", |tape, w, x, y| activated(tape, w, x, y, tanh)),
        ("the sigmoid is applied twice: once is enough", |tape, w, x, y| {
            activated(tape, w, x, y, |tape, a| {
                let once = sigmoid(tape, a);
                sigmoid(tape, once)
            })
        }),
        (
            "this is 2(ŷ − y), the derivative of the error: record (ŷ − y)², the sweep finds the derivative",
            |tape, w, x, y| {
                finished(tape, w, x, y, |tape, y_hat, y| {
                    let difference = sub(tape, y_hat, y);
                    add(tape, difference, difference)
                })
            },
        ),
        ("prediction and answer are added: the error is (ŷ − y)²", |tape, w, x, y| {
            finished(tape, w, x, y, |tape, y_hat, y| {
                let sum = add(tape, y_hat, y);
                square(tape, sum)
            })
        }),
        ("prediction and answer are multiplied: the error is (ŷ − y)²", |tape, w, x, y| {
            finished(tape, w, x, y, mul)
        }),
        ("the answer is not used: the error is (ŷ − y)²", |tape, w, x, y| {
            finished(tape, w, x, y, |tape, y_hat, _| square(tape, y_hat))
        }),
        ("the squares are subtracted, or y from the square of ŷ: subtract first, then square", |tape, w, x, y| {
            finished(tape, w, x, y, |tape, y_hat, y| {
                let squared = square(tape, y_hat);
                sub(tape, squared, y)
            })
        }),
        ("the squares are subtracted, or y from the square of ŷ: subtract first, then square", |tape, w, x, y| {
            finished(tape, w, x, y, |tape, y_hat, y| {
                let (one, other) = (square(tape, y_hat), square(tape, y));
                sub(tape, one, other)
            })
        }),
        ("half of the squared error: this course writes E = (ŷ − y)², without the ½", |tape, w, x, y| {
            let error = right(tape, w, x, y);
            let half = tape.leaf(0.5);
            mul(tape, error, half)
        }),
        (
            "only the last product is there: `a = add(tape, a, product)` keeps what was summed before",
            |tape, w, x, y| {
                let last = w.len().saturating_sub(1);
                of(tape, w, x, y, |i| i == last)
            },
        ),
        (
            "the sum stays 0, and ŷ is always ½: keep what `add` returns, `a = add(tape, a, product)`",
            |tape, w, x, y| {
                assert_eq!(w.len(), x.len());
                let zero = tape.leaf(0.0);
                error(tape, zero, y)
            },
        ),
        (SIGMOID_IN_LOOP, |tape, w, x, y| {
            assert_eq!(w.len(), x.len());
            let y_hat = sum_of(tape, w, x, sigmoid_of_product);
            squared_error(tape, y_hat, y)
        }),
        (SIGMOID_IN_LOOP, |tape, w, x, y| summed(tape, w, x, y, sigmoid_of_product)),
        (SIGMOID_IN_LOOP, |tape, w, x, y| {
            assert_eq!(w.len(), x.len());
            let mut a = tape.leaf(0.0);
            for (&w, &x) in w.iter().zip(x) {
                let x = tape.leaf(x);
                let product = mul(tape, w, x);
                let sum = add(tape, a, product);
                a = sigmoid(tape, sum);
            }
            squared_error(tape, a, y)
        }),
        ("only the first product is there: does a `return` inside the loop end it?", |tape, w, x, y| {
            of(tape, w, x, y, |i| i == 0)
        }),
        ("the first feature is left out: indices start at 0, and x holds the constant 1 already", |tape, w, x, y| {
            of(tape, w, x, y, |i| i > 0)
        }),
        ("the last feature is left out: `0..n` runs up to n − 1, which is the last index", |tape, w, x, y| {
            let last = w.len().saturating_sub(1);
            of(tape, w, x, y, |i| i < last)
        }),
        ("the weights' places are taken from the beginning of the tape: they are in `w`, `w[i]`", |tape, w, x, y| {
            let first: Vec<Var> = (0..w.len()).map(Var).collect();
            right(tape, &first, x, y)
        }),
        ("weights and features are added: multiply each weight by its feature", |tape, w, x, y| {
            summed(tape, w, x, y, add)
        }),
        ("the features are not used: multiply each weight by its feature", |tape, w, x, y| {
            summed(tape, w, x, y, |_, w, _| w)
        }),
        ("the weights are not used: multiply each weight by its feature", |tape, w, x, y| {
            summed(tape, w, x, y, |_, _, x| x)
        }),
        ("the features are in reverse: weight i belongs to feature i", |tape, w, x, y| {
            let reversed: Vec<f64> = x.iter().rev().copied().collect();
            right(tape, w, &reversed, y)
        }),
        ("the products are multiplied, not summed: a = Σᵢ wᵢxᵢ", |tape, w, x, y| {
            let mut product = tape.leaf(1.0);
            for (&w, &x) in w.iter().zip(x) {
                let x = tape.leaf(x);
                let term = mul(tape, w, x);
                product = mul(tape, product, term);
            }
            error(tape, product, y)
        }),
        ("a 1 is added to the sum: x holds the constant 1 already, and the sum begins with 0", |tape, w, x, y| {
            let a = sum(tape, w, x);
            let one = tape.leaf(1.0);
            let a = add(tape, a, one);
            error(tape, a, y)
        }),
        ("the sum is divided by the number of weights: a = Σᵢ wᵢxᵢ, without a mean", |tape, w, x, y| {
            let a = sum(tape, w, x);
            let share = tape.leaf(1.0 / w.len() as f64);
            let a = mul(tape, a, share);
            error(tape, a, y)
        }),
        (
            "this is (ŷ − (1 − y))², the error for the other answer: is there a minus before a, or 1 − y in the \
             place of y?",
            |tape, w, x, y| {
                let (a, zero) = (sum(tape, w, x), tape.leaf(0.0));
                let a = sub(tape, zero, a);
                error(tape, a, y)
            },
        ),
        (
            "this is (ŷ − (1 − y))², the error for the other answer: is there a minus before a, or 1 − y in the \
             place of y?",
            |tape, w, x, y| right(tape, w, x, 1.0 - y),
        ),
        ("the place of a weight is used as its number: `mul(tape, w[i], …)` takes the place", |tape, w, x, y| {
            let places: Vec<Var> = w.iter().map(|w| tape.leaf(w.0 as f64)).collect();
            right(tape, &places, x, y)
        }),
        ("weights and features that do not fit are not refused: keep the `assert_eq!` of the stub", |tape, w, x, y| {
            let n = w.len().min(x.len());
            right(tape, &w[..n], &x[..n], y)
        }),
    ],
    inputs: || {
        let mut inputs = vec![
            (array![0.0, 0.0], array![1.0, 2.0], 1.0),
            (array![-1.0, 1.0], array![1.0, 2.0], 0.0),
            (array![0.5], array![1.0], 0.0),
            (array![1.0, 2.0], array![3.0], 1.0),
            (array![1.0], array![3.0, 4.0], 1.0),
        ];
        for seed in 0..8 {
            let mut random = Random::seeded(1074 + seed);
            let k = 2 + seed as usize % 4;
            inputs.push((random.vector(k), random.vector(k), f64::from(seed % 3 == 0)));
        }
        inputs
    },
    call: |neuron_error, (w, x, y)| {
        let mut tape = Tape::new();
        // Something else is on the tape before the weights.
        tape.leaf(0.25);
        let places: Vec<Var> = w.iter().map(|&w| tape.leaf(w)).collect();
        let error = neuron_error(&mut tape, &places, x.as_slice().unwrap(), *y);
        let before: Vec<f64> = tape.nodes[..=w.len()].iter().map(|node| node.value).collect();
        Answer::named("the error", &tape.value(error))
            .and("the gradient", &derivatives(&tape, error)[..=w.len()].to_vec())
            .and("the numbers before", &before)
    },
    properties: &[
        ("w and x differ in length", |(w, x, _)| w.len() != x.len()),
        ("there is more than one weight", |(w, _, _)| w.len() > 1),
        ("there are more than two weights", |(w, _, _)| w.len() > 2),
        ("y is 1", |(_, _, y)| *y == 1.0),
        ("a feature is negative", |(_, x, _)| x.iter().any(|&x| x < 0.0)),
    ],
};

const SIGMOID_IN_LOOP: &str = "the sigmoid is taken inside the loop: sum all products first, then ŷ = σ(a) once";

/// `Σ wᵢxᵢ`, of what is made of each weight and feature.
fn sum_of(tape: &mut Tape, w: &[Var], x: &[f64], term: impl Fn(&mut Tape, Var, Var) -> Var) -> Var {
    let mut sum = tape.leaf(0.0);
    for (&w, &x) in w.iter().zip(x) {
        let x = tape.leaf(x);
        let term = term(tape, w, x);
        sum = add(tape, sum, term);
    }
    sum
}

fn sum(tape: &mut Tape, w: &[Var], x: &[f64]) -> Var {
    sum_of(tape, w, x, mul)
}

/// The error of a neuron with this pre-activation.
fn error(tape: &mut Tape, a: Var, y: f64) -> Var {
    let y_hat = sigmoid(tape, a);
    squared_error(tape, y_hat, y)
}

fn squared_error(tape: &mut Tape, y_hat: Var, y: f64) -> Var {
    let y = tape.leaf(y);
    let difference = sub(tape, y_hat, y);
    square(tape, difference)
}

fn sigmoid_of_product(tape: &mut Tape, w: Var, x: Var) -> Var {
    let product = mul(tape, w, x);
    sigmoid(tape, product)
}

fn right(tape: &mut Tape, w: &[Var], x: &[f64], y: f64) -> Var {
    assert_eq!(w.len(), x.len());
    let a = sum(tape, w, x);
    error(tape, a, y)
}

/// With another term for each weight and feature.
fn summed(tape: &mut Tape, w: &[Var], x: &[f64], y: f64, term: impl Fn(&mut Tape, Var, Var) -> Var) -> Var {
    assert_eq!(w.len(), x.len());
    let a = sum_of(tape, w, x, term);
    error(tape, a, y)
}

/// With some of the features only.
fn of(tape: &mut Tape, w: &[Var], x: &[f64], y: f64, keeps: impl Fn(usize) -> bool) -> Var {
    assert_eq!(w.len(), x.len());
    let kept: Vec<usize> = (0..w.len()).filter(|&i| keeps(i)).collect();
    let (w, x): (Vec<Var>, Vec<f64>) = kept.into_iter().map(|i| (w[i], x[i])).unzip();
    right(tape, &w, &x, y)
}

/// With another activation.
fn activated(tape: &mut Tape, w: &[Var], x: &[f64], y: f64, activation: impl Fn(&mut Tape, Var) -> Var) -> Var {
    assert_eq!(w.len(), x.len());
    let a = sum(tape, w, x);
    let y_hat = activation(tape, a);
    squared_error(tape, y_hat, y)
}

/// With another end, made of the prediction and the answer.
fn finished(tape: &mut Tape, w: &[Var], x: &[f64], y: f64, end: impl Fn(&mut Tape, Var, Var) -> Var) -> Var {
    assert_eq!(w.len(), x.len());
    let a = sum(tape, w, x);
    let y_hat = sigmoid(tape, a);
    let y = tape.leaf(y);
    end(tape, y_hat, y)
}
