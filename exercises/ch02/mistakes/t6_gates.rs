//! Spoilers: wrong weights for the gates, and the inputs that tell them apart. The tests use them to name a mistake.
//!
//! With two inputs a neuron can have 51 truth tables, *undecided* included. Each of the 50 that are wrong is here.

use checks::{Answer, Diagnosis};
use ndarray::{Array1, array};

pub type Gate = fn() -> Array1<f64>;
type Gates = (Gate, Gate, Gate);
/// One row of a truth table, the constant feature first.
type Row = &'static [f64];

const ROWS: [Row; 4] = [&[1.0, -1.0, -1.0], &[1.0, -1.0, 1.0], &[1.0, 1.0, -1.0], &[1.0, 1.0, 1.0]];

pub static AND: Diagnosis<Gates, Gate, Row> = Diagnosis {
    function: "and_weights",
    slot: |f| &mut f.0,
    right: || array![-1.0, 1.0, 1.0],
    mistakes: &[
        ("these weights compute OR: for AND, the bias must be so low that one true input is not enough", || {
            array![1.0, 1.0, 1.0]
        }),
        ("these weights compute OR: for AND, the bias must be so low that one true input is not enough", || {
            array![0.5, 1.0, 1.0]
        }),
        ("undecided where the inputs differ: is the bias forgotten? It must make these two sums negative", || {
            array![0.0, 1.0, 1.0]
        }),
        ("undecided where the inputs differ: is the bias forgotten? It must make these two sums negative", || {
            array![0.0, 2.0, 2.0]
        }),
        (
            "(−1, −1) and (1, −1) give 1: is the bias last? It stands first, since the constant feature does",
            || array![1.0, 1.0, -1.0],
        ),
        (
            "(−1, −1) and (1, −1) give 1: is the bias last? It stands first, since the constant feature does",
            || array![2.0, 2.0, -3.0],
        ),
        ("these weights compute NOT AND: turn every sign round", || array![1.0, -1.0, -1.0]),
        ("these weights compute NOT OR: both weights must be positive, so that true inputs raise the sum", || {
            array![-1.0, -1.0, -1.0]
        }),
        ("the neuron is never 1: with both inputs true the two weights must outweigh the bias", || {
            array![-1.0, 0.0, 0.0]
        }),
        ("the neuron is never 1: with both inputs true the two weights must outweigh the bias", || {
            array![-3.0, 1.0, 1.0]
        }),
        ("the neuron is always 1: the bias must be negative, so that it takes two true inputs", || {
            array![1.0, 0.0, 0.0]
        }),
        ("the neuron is always 1: the bias must be negative, so that it takes two true inputs", || {
            array![3.0, 1.0, 1.0]
        }),
        ("undecided where both inputs are true: w₀ + w₁ + w₂ must be positive, not 0", || array![-2.0, 1.0, 1.0]),
        ("undecided where both inputs are true: w₀ + w₁ + w₂ must be positive, not 0", || array![-1.0, 0.5, 0.5]),
        (ANSWER_X, || array![0.0, 1.0, 0.0]),
        (ANSWER_X, || array![0.0, 2.0, 1.0]),
        (ANSWER_X_ALONE, || array![0.0, 0.0, 1.0]),
        (ANSWER_X_ALONE, || array![0.0, 1.0, 2.0]),
        ("the answer is the opposite of x₁: both weights must be positive", || array![0.0, -1.0, 0.0]),
        ("the answer is the opposite of x₂: both weights must be positive", || array![0.0, 0.0, -1.0]),
        ("all weights are 0, so the neuron is undecided everywhere: give each input a positive weight", || {
            array![0.0, 0.0, 0.0]
        }),
        (
            "(1, −1) gives 1 and (1, 1) gives −1: w₀ + w₁ − w₂ must be negative, w₀ + w₁ + w₂ positive",
            || array![-1.0, 1.0, -1.0],
        ),
        (
            "(−1, 1) gives 1 and (1, 1) gives −1: w₀ − w₁ + w₂ must be negative, w₀ + w₁ + w₂ positive",
            || array![-1.0, -1.0, 1.0],
        ),
        (
            "(−1, −1) gives 1 and (−1, 1) gives 1: w₀ − w₁ − w₂ and w₀ − w₁ + w₂ must be negative",
            || array![1.0, -1.0, 1.0],
        ),
        (
            "(1, −1) gives 0 and (1, 1) gives −1: w₀ + w₁ − w₂ must be negative, w₀ + w₁ + w₂ positive",
            || array![-2.0, 1.0, -1.0],
        ),
        ("(1, −1) gives 0: w₀ + w₁ − w₂ must be negative", || array![-1.0, 2.0, 1.0]),
        (
            "(1, −1) gives 1 and (1, 1) gives 0: w₀ + w₁ − w₂ must be negative, w₀ + w₁ + w₂ positive",
            || array![-1.0, 2.0, -1.0],
        ),
        (
            "(−1, 1) gives 0 and (1, 1) gives −1: w₀ − w₁ + w₂ must be negative, w₀ + w₁ + w₂ positive",
            || array![-2.0, -1.0, 1.0],
        ),
        ("(−1, 1) gives 0: w₀ − w₁ + w₂ must be negative", || array![-1.0, 1.0, 2.0]),
        (
            "(−1, 1) gives 0 and (1, −1) gives 1: w₀ − w₁ + w₂ and w₀ + w₁ − w₂ must be negative",
            || array![1.0, 2.0, 1.0],
        ),
        (
            "(−1, 1) gives 1 and (1, 1) gives 0: w₀ − w₁ + w₂ must be negative, w₀ + w₁ + w₂ positive",
            || array![-1.0, -1.0, 2.0],
        ),
        (
            "(−1, 1) gives 1 and (1, −1) gives 0: w₀ − w₁ + w₂ and w₀ + w₁ − w₂ must be negative",
            || array![1.0, 1.0, 2.0],
        ),
        (
            "(−1, −1) gives 0 and (1, 1) gives −1: w₀ − w₁ − w₂ must be negative, w₀ + w₁ + w₂ positive",
            || array![-2.0, -1.0, -1.0],
        ),
        ("the truth table is 0, −1, 1, −1: both weights must be positive, and the bias negative", || {
            array![-1.0, 1.0, -2.0]
        }),
        (
            "(−1, −1) gives 0 and (1, −1) gives 1: w₀ − w₁ − w₂ and w₀ + w₁ − w₂ must be negative",
            || array![1.0, 2.0, -1.0],
        ),
        ("the truth table is 0, 1, −1, −1: both weights must be positive, and the bias negative", || {
            array![-1.0, -2.0, 1.0]
        }),
        (
            "(−1, −1) gives 0 and (−1, 1) gives 1: w₀ − w₁ − w₂ and w₀ − w₁ + w₂ must be negative",
            || array![1.0, -1.0, 2.0],
        ),
        ("the truth table is 0, 1, 1, 1: both weights must be positive, and the bias negative", || {
            array![2.0, 1.0, 1.0]
        }),
        ("the truth table is 1, −1, 0, −1: both weights must be positive, and the bias negative", || {
            array![-1.0, -1.0, -2.0]
        }),
        ("the truth table is 1, −1, 1, 0: both weights must be positive, and the bias negative", || {
            array![1.0, 1.0, -2.0]
        }),
        ("the truth table is 1, 0, −1, −1: both weights must be positive, and the bias negative", || {
            array![-1.0, -2.0, -1.0]
        }),
        ("the truth table is 1, 0, 1, −1: both weights must be positive, and the bias negative", || {
            array![1.0, -1.0, -2.0]
        }),
        ("the truth table is 1, 0, 1, 1: both weights must be positive, and the bias negative", || {
            array![2.0, 1.0, -1.0]
        }),
        ("the truth table is 1, 1, −1, 0: both weights must be positive, and the bias negative", || {
            array![1.0, -2.0, 1.0]
        }),
        ("the truth table is 1, 1, 0, −1: both weights must be positive, and the bias negative", || {
            array![1.0, -2.0, -1.0]
        }),
        ("the truth table is 1, 1, 0, 1: both weights must be positive, and the bias negative", || {
            array![2.0, -1.0, 1.0]
        }),
        ("the truth table is 1, 1, 1, 0: both weights must be positive, and the bias negative", || {
            array![2.0, -1.0, -1.0]
        }),
        (
            "(1, −1) gives 0 and (1, 1) gives 0: w₀ + w₁ − w₂ must be negative, w₀ + w₁ + w₂ positive",
            || array![-1.0, 1.0, 0.0],
        ),
        (
            "(−1, 1) gives 0 and (1, 1) gives 0: w₀ − w₁ + w₂ must be negative, w₀ + w₁ + w₂ positive",
            || array![-1.0, 0.0, 1.0],
        ),
        ("the truth table is 0, −1, 0, −1: both weights must be positive, and the bias negative", || {
            array![-1.0, 0.0, -1.0]
        }),
        ("the truth table is 0, −1, 1, 0: both weights must be positive, and the bias negative", || {
            array![0.0, 1.0, -1.0]
        }),
        ("the truth table is 0, 0, −1, −1: both weights must be positive, and the bias negative", || {
            array![-1.0, -1.0, 0.0]
        }),
        ("the truth table is 0, 0, 1, 1: both weights must be positive, and the bias negative", || {
            array![1.0, 1.0, 0.0]
        }),
        ("the truth table is 0, 1, −1, 0: both weights must be positive, and the bias negative", || {
            array![0.0, -1.0, 1.0]
        }),
        ("the truth table is 0, 1, 0, 1: both weights must be positive, and the bias negative", || {
            array![1.0, 0.0, 1.0]
        }),
        ("the truth table is 1, 0, 0, −1: both weights must be positive, and the bias negative", || {
            array![0.0, -1.0, -1.0]
        }),
        ("the truth table is 1, 0, 1, 0: both weights must be positive, and the bias negative", || {
            array![1.0, 0.0, -1.0]
        }),
        ("the truth table is 1, 1, 0, 0: both weights must be positive, and the bias negative", || {
            array![1.0, -1.0, 0.0]
        }),
        ("there are two numbers: the bias comes first, then a weight for each of the two inputs", || array![1.0, 1.0]),
        (
            "there are four numbers, as many as rows: wanted are the bias and the two weights that make these rows",
            || array![-1.0, -1.0, -1.0, 1.0],
        ),
        ("there is one number: the bias comes first, then a weight for each of the two inputs", || array![-1.0]),
        ("the list is empty: the bias comes first, then a weight for each of the two inputs", || array![]),
    ],
    inputs: || ROWS.to_vec(),
    call: |gate, row| answer_or_length(&gate(), row),
    // All wrong truth tables are known.
    properties: &[],
};

pub static OR: Diagnosis<Gates, Gate, Row> = Diagnosis {
    function: "or_weights",
    slot: |f| &mut f.1,
    right: || array![1.0, 1.0, 1.0],
    mistakes: &[
        (
            "these weights compute AND: with inputs of 0 and 1 they do for OR, but here false is −1: raise the bias",
            || array![-1.0, 1.0, 1.0],
        ),
        (
            "these weights compute AND: with inputs of 0 and 1 they do for OR, but here false is −1: raise the bias",
            || array![-0.5, 1.0, 1.0],
        ),
        ("undecided where the inputs differ: is the bias forgotten? It must make these two sums positive", || {
            array![0.0, 1.0, 1.0]
        }),
        ("undecided where the inputs differ: is the bias forgotten? It must make these two sums positive", || {
            array![0.0, 2.0, 2.0]
        }),
        ("these weights compute NOT OR: turn every sign round", || array![-1.0, -1.0, -1.0]),
        ("these weights compute NOT AND: both weights must be positive, so that true inputs raise the sum", || {
            array![1.0, -1.0, -1.0]
        }),
        ("true where both inputs are false, and false where only x₂ is true: both weights must be positive", || {
            array![1.0, 1.0, -1.0]
        }),
        ("the neuron is never 1: one true input must be enough, so the bias must be positive", || {
            array![-1.0, 0.0, 0.0]
        }),
        ("the neuron is never 1: one true input must be enough, so the bias must be positive", || {
            array![-3.0, 1.0, 1.0]
        }),
        ("the neuron is always 1: with both inputs false the sum must be negative, so the bias is too large", || {
            array![1.0, 0.0, 0.0]
        }),
        ("the neuron is always 1: with both inputs false the sum must be negative, so the bias is too large", || {
            array![3.0, 1.0, 1.0]
        }),
        ("undecided where both inputs are false: w₀ − w₁ − w₂ must be negative, not 0", || {
            array![2.0, 1.0, 1.0]
        }),
        ("undecided where both inputs are false: w₀ − w₁ − w₂ must be negative, not 0", || {
            array![1.0, 0.5, 0.5]
        }),
        (ANSWER_X, || array![0.0, 1.0, 0.0]),
        (ANSWER_X, || array![0.0, 2.0, 1.0]),
        (ANSWER_X_ALONE, || array![0.0, 0.0, 1.0]),
        (ANSWER_X_ALONE, || array![0.0, 1.0, 2.0]),
        ("the answer is the opposite of x₁: both weights must be positive", || array![0.0, -1.0, 0.0]),
        ("the answer is the opposite of x₂: both weights must be positive", || array![0.0, 0.0, -1.0]),
        ("all weights are 0, so the neuron is undecided everywhere: give each input a positive weight", || {
            array![0.0, 0.0, 0.0]
        }),
        (
            "(−1, 1) gives −1 and (1, 1) gives −1: w₀ − w₁ + w₂ and w₀ + w₁ + w₂ must be positive",
            || array![-1.0, 1.0, -1.0],
        ),
        (
            "(1, −1) gives −1 and (1, 1) gives −1: w₀ + w₁ − w₂ and w₀ + w₁ + w₂ must be positive",
            || array![-1.0, -1.0, 1.0],
        ),
        (
            "(−1, −1) gives 1 and (1, −1) gives −1: w₀ − w₁ − w₂ must be negative, w₀ + w₁ − w₂ positive",
            || array![1.0, -1.0, 1.0],
        ),
        ("the truth table is −1, −1, −1, 0: both weights and the bias must be positive", || {
            array![-2.0, 1.0, 1.0]
        }),
        ("the truth table is −1, −1, 0, −1: both weights and the bias must be positive", || {
            array![-2.0, 1.0, -1.0]
        }),
        (
            "(−1, 1) gives −1 and (1, −1) gives 0: w₀ − w₁ + w₂ and w₀ + w₁ − w₂ must be positive",
            || array![-1.0, 2.0, 1.0],
        ),
        (
            "(−1, 1) gives −1 and (1, 1) gives 0: w₀ − w₁ + w₂ and w₀ + w₁ + w₂ must be positive",
            || array![-1.0, 2.0, -1.0],
        ),
        ("the truth table is −1, 0, −1, −1: both weights and the bias must be positive", || {
            array![-2.0, -1.0, 1.0]
        }),
        (
            "(−1, 1) gives 0 and (1, −1) gives −1: w₀ − w₁ + w₂ and w₀ + w₁ − w₂ must be positive",
            || array![-1.0, 1.0, 2.0],
        ),
        ("(−1, 1) gives 0: w₀ − w₁ + w₂ must be positive", || array![1.0, 2.0, 1.0]),
        (
            "(1, −1) gives −1 and (1, 1) gives 0: w₀ + w₁ − w₂ and w₀ + w₁ + w₂ must be positive",
            || array![-1.0, -1.0, 2.0],
        ),
        ("(1, −1) gives 0: w₀ + w₁ − w₂ must be positive", || array![1.0, 1.0, 2.0]),
        ("the truth table is 0, −1, −1, −1: both weights and the bias must be positive", || {
            array![-2.0, -1.0, -1.0]
        }),
        ("the truth table is 0, −1, 1, −1: both weights and the bias must be positive", || array![-1.0, 1.0, -2.0]),
        (
            "(−1, −1) gives 0 and (−1, 1) gives −1: w₀ − w₁ − w₂ must be negative, w₀ − w₁ + w₂ positive",
            || array![1.0, 2.0, -1.0],
        ),
        ("the truth table is 0, 1, −1, −1: both weights and the bias must be positive", || array![-1.0, -2.0, 1.0]),
        (
            "(−1, −1) gives 0 and (1, −1) gives −1: w₀ − w₁ − w₂ must be negative, w₀ + w₁ − w₂ positive",
            || array![1.0, -1.0, 2.0],
        ),
        ("the truth table is 1, −1, 0, −1: both weights and the bias must be positive", || {
            array![-1.0, -1.0, -2.0]
        }),
        ("the truth table is 1, −1, 1, 0: both weights and the bias must be positive", || array![1.0, 1.0, -2.0]),
        ("the truth table is 1, 0, −1, −1: both weights and the bias must be positive", || {
            array![-1.0, -2.0, -1.0]
        }),
        ("the truth table is 1, 0, 1, −1: both weights and the bias must be positive", || array![1.0, -1.0, -2.0]),
        (
            "(−1, −1) gives 1 and (−1, 1) gives 0: w₀ − w₁ − w₂ must be negative, w₀ − w₁ + w₂ positive",
            || array![2.0, 1.0, -1.0],
        ),
        ("the truth table is 1, 1, −1, 0: both weights and the bias must be positive", || array![1.0, -2.0, 1.0]),
        ("the truth table is 1, 1, 0, −1: both weights and the bias must be positive", || array![1.0, -2.0, -1.0]),
        (
            "(−1, −1) gives 1 and (1, −1) gives 0: w₀ − w₁ − w₂ must be negative, w₀ + w₁ − w₂ positive",
            || array![2.0, -1.0, 1.0],
        ),
        (
            "(−1, −1) gives 1 and (1, 1) gives 0: w₀ − w₁ − w₂ must be negative, w₀ + w₁ + w₂ positive",
            || array![2.0, -1.0, -1.0],
        ),
        ("the truth table is −1, −1, 0, 0: both weights and the bias must be positive", || array![-1.0, 1.0, 0.0]),
        ("the truth table is −1, 0, −1, 0: both weights and the bias must be positive", || array![-1.0, 0.0, 1.0]),
        ("the truth table is 0, −1, 0, −1: both weights and the bias must be positive", || array![-1.0, 0.0, -1.0]),
        ("the truth table is 0, −1, 1, 0: both weights and the bias must be positive", || array![0.0, 1.0, -1.0]),
        ("the truth table is 0, 0, −1, −1: both weights and the bias must be positive", || array![-1.0, -1.0, 0.0]),
        (
            "(−1, −1) gives 0 and (−1, 1) gives 0: w₀ − w₁ − w₂ must be negative, w₀ − w₁ + w₂ positive",
            || array![1.0, 1.0, 0.0],
        ),
        ("the truth table is 0, 1, −1, 0: both weights and the bias must be positive", || array![0.0, -1.0, 1.0]),
        (
            "(−1, −1) gives 0 and (1, −1) gives 0: w₀ − w₁ − w₂ must be negative, w₀ + w₁ − w₂ positive",
            || array![1.0, 0.0, 1.0],
        ),
        ("the truth table is 1, 0, 0, −1: both weights and the bias must be positive", || array![0.0, -1.0, -1.0]),
        ("the truth table is 1, 0, 1, 0: both weights and the bias must be positive", || array![1.0, 0.0, -1.0]),
        ("the truth table is 1, 1, 0, 0: both weights and the bias must be positive", || array![1.0, -1.0, 0.0]),
        ("there are two numbers: the bias comes first, then a weight for each of the two inputs", || array![1.0, 1.0]),
        (
            "there are four numbers, as many as rows: wanted are the bias and the two weights that make these rows",
            || array![-1.0, 1.0, 1.0, 1.0],
        ),
        ("there is one number: the bias comes first, then a weight for each of the two inputs", || array![-1.0]),
        ("the list is empty: the bias comes first, then a weight for each of the two inputs", || array![]),
    ],
    inputs: || ROWS.to_vec(),
    call: |gate, row| answer_or_length(&gate(), row),
    properties: &[],
};

pub static NOT: Diagnosis<Gates, Gate, Row> = Diagnosis {
    function: "not_weights",
    slot: |f| &mut f.2,
    right: || array![0.0, -1.0],
    mistakes: &[
        ("undecided where the input is true: the weight must be larger in size than the bias, |w₁| > |w₀|", || {
            array![1.0, -1.0]
        }),
        ("undecided where the input is true: the weight must be larger in size than the bias, |w₁| > |w₀|", || {
            array![0.5, -0.5]
        }),
        (
            "undecided where the input is false: the weight must be larger in size than the bias, |w₁| > |w₀|",
            || array![-1.0, -1.0],
        ),
        ("undecided for both inputs: the weight of the input must be negative, not 0", || array![0.0, 0.0]),
        ("the answer is the input itself: the weight of the input must be negative", || array![0.0, 1.0]),
        ("the answer is the input itself: the weight of the input must be negative", || array![0.5, 1.0]),
        ("the answer is always 1: the weight must be larger in size than the bias. Is the bias first?", || {
            array![1.0, 0.0]
        }),
        ("the answer is always 1: the weight must be larger in size than the bias. Is the bias first?", || {
            array![2.0, -1.0]
        }),
        ("the answer is always −1: the weight must be larger in size than the bias. Is the bias first?", || {
            array![-1.0, 0.0]
        }),
        ("the answer is always −1: the weight must be larger in size than the bias. Is the bias first?", || {
            array![-1.0, 0.5]
        }),
        ("undecided where the input is false, and true where it is true: the weight must be negative", || {
            array![1.0, 1.0]
        }),
        ("false where the input is false, and undecided where it is true: the weight must be negative", || {
            array![-1.0, 1.0]
        }),
        ("there is one number: the bias comes first, then the weight of the input", || array![-1.0]),
        ("there are three numbers: NOT has one input, so wanted are the bias and one weight", || {
            array![0.0, -1.0, -1.0]
        }),
        ("there are four numbers: NOT has one input, so wanted are the bias and one weight", || {
            array![1.0, -1.0, -1.0, 1.0]
        }),
        ("the list is empty: the bias comes first, then the weight of the input", || array![]),
    ],
    inputs: || vec![&[1.0, -1.0], &[1.0, 1.0]],
    call: |gate, row| answer_or_length(&gate(), row),
    properties: &[],
};

const ANSWER_X: &str = "the answer is x₁ alone: both inputs must count, so give both the same weight";
const ANSWER_X_ALONE: &str = "the answer is x₂ alone: both inputs must count, so give both the same weight";

/// The perceptron's answer, in loops, made here so that this task needs no other. A sum that is only 0 up to rounding,
/// as −0.3 + 0.1 + 0.2 is, counts as 0.
pub fn answer(w: &Array1<f64>, x: &[f64]) -> f64 {
    let products = w.iter().zip(x).map(|(w, x)| w * x);
    let (sum, size) = products.fold((0.0, 0.0), |(sum, size), product| (sum + product, size + product.abs()));
    match sum.abs() <= 1e-12 * size {
        true => 0.0,
        false => sum.signum(),
    }
}

/// Right weights can be of any size, so only what the neuron answers is compared. Where the number of weights does not
/// fit, the answer is as many zeros.
fn answer_or_length(w: &Array1<f64>, x: &[f64]) -> Answer {
    if w.len() == x.len() { answer(w, x).into() } else { Array1::<f64>::zeros(w.len()).into() }
}
