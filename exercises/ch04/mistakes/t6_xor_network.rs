//! Spoilers: wrong ways to write `xor_network`, and what tells them apart. The tests use them to name a mistake.

use checks::{Answer, Diagnosis};
use ndarray::{Array1, Array2, array, s};

pub type XorNetwork = fn() -> (Array2<f64>, Array2<f64>);

/// Many weights are right, and each table that is wrong comes of many others. So what is compared is the table; but
/// where these weights would be right if they were read in another way, that way, and for other shapes the shapes.
pub static XOR_NETWORK: Diagnosis<XorNetwork, XorNetwork, ()> = Diagnosis {
    function: "xor_network",
    slot: |f| f,
    right: || (or_and(), array![[-0.5, 1.0, -1.0]]),
    mistakes: &[
        ("read with its biases in the last column, this is XOR: move them to column 0, in both matrices", || {
            (array![[1.0, 1.0, -0.5], [1.0, 1.0, -1.5]], array![[1.0, -1.0, -0.5]])
        }),
        ("read with the biases of W1 in its last column, this is XOR: move them to column 0", || {
            (array![[1.0, 1.0, -0.5], [1.0, 1.0, -1.5]], array![[-0.5, 1.0, -1.0]])
        }),
        ("read with the bias of W2 in its last column, this is XOR: move it to column 0", || {
            (or_and(), array![[1.0, -1.0, -0.5]])
        }),
        ("if biases were subtracted, this would be XOR: a threshold of 0.5 is a bias of −0.5", || {
            (array![[0.5, 1.0, 1.0], [1.5, 1.0, 1.0]], array![[0.5, 1.0, -1.0]])
        }),
        (
            "with the columns of W2 for the two hidden neurons swapped, this is XOR: row 0 of W1 belongs to column 1",
            || (or_and(), array![[-0.5, -1.0, 1.0]]),
        ),
        (
            "if step(0) were 1, this would be XOR: a sum of exactly 0 gives 0 here, so choose biases with which no sum is 0",
            || (array![[-1.0, 1.0, 1.0], [-2.0, 1.0, 1.0]], array![[-1.0, 1.0, -1.0]]),
        ),
        ("for features −1 and 1 this is XOR: here they are 0 and 1, so the biases are others", || {
            (array![[1.0, 1.0, 1.0], [-1.0, 1.0, 1.0]], array![[-0.5, 1.0, -1.0]])
        }),
        (
            "for features and hidden activations of −1 and 1 this is XOR: here they are 0 and 1, so the biases are others",
            || (array![[1.0, 1.0, 1.0], [-1.0, 1.0, 1.0]], array![[-1.0, 1.0, -1.0]]),
        ),
        (
            "with another bias of the output, in column 0 of W2, this is XOR: work out the sum of the output for all four inputs",
            || (or_and(), array![[-1.5, 1.0, -1.0]]),
        ),
        (
            "this is XOR turned over, 1 where it should be 0: are the signs in W2 the other way round, that of its bias included?",
            || (or_and(), array![[0.5, -1.0, 1.0]]),
        ),
        (
            "both hidden neurons give the same answers to all four inputs: let one be OR, at least one of the two, and the other AND, both",
            || (array![[-0.5, 1.0, 1.0], [-0.5, 2.0, 1.0]], array![[-0.5, 1.0, -0.5]]),
        ),
        ("this is OR: for (1, 1) the second hidden neuron has to say no", || (or_and(), array![[-0.5, 1.0, 0.2]])),
        ("this is AND: the output should be 1 if one of the two is 1, not both", || {
            (or_and(), array![[-0.5, 0.1, 1.0]])
        }),
        ("this is NAND: for (0, 0) the output has to be 0 as well", || (single(), array![[1.5, -1.0, -1.0]])),
        ("this is NOR: the output should be 1 if one of the two is 1", || (or_and(), array![[0.5, -1.0, 0.1]])),
        ("this is the first feature, x₂: for (0, 1) the output should be 1 too, for (1, 1) it should be 0", || {
            (single(), array![[-0.5, 1.0, 0.1]])
        }),
        ("this is the second feature, x₃: for (1, 0) the output should be 1 too, for (1, 1) it should be 0", || {
            (single(), array![[-0.5, 0.1, 1.0]])
        }),
        ("this is “not x₂”: right for (0, 1) and (1, 1), wrong for (0, 0) and (1, 0)", || {
            (single(), array![[0.5, -1.0, 0.1]])
        }),
        ("this is “not x₃”: right for (1, 0) and (1, 1), wrong for (0, 0) and (0, 1)", || {
            (single(), array![[0.5, 0.1, -1.0]])
        }),
        ("this is “x₂ and not x₃”: the output has to be 1 for (0, 1) too", || {
            (single(), array![[-0.5, 1.0, -1.0]])
        }),
        ("this is “x₃ and not x₂”: the output has to be 1 for (1, 0) too", || {
            (single(), array![[-0.5, -1.0, 1.0]])
        }),
        ("only (0, 1) gives 0: it has to give 1, and (0, 0) and (1, 1) have to give 0", || {
            (single(), array![[0.5, 1.0, -1.0]])
        }),
        ("only (1, 0) gives 0: it has to give 1, and (0, 0) and (1, 1) have to give 0", || {
            (single(), array![[0.5, -1.0, 1.0]])
        }),
        (
            "the output is 0 for all four inputs: it is 1 only where its sum is above 0. Work out the three sums for (0, 1)",
            || (single(), array![[-5.0, 1.0, 1.0]]),
        ),
        (
            "the output is 1 for all four inputs: a sum that should give 0 must not be above 0. Work out the three sums for (0, 0)",
            || (single(), array![[5.0, 1.0, 1.0]]),
        ),
        (
            "the weights have no biases: each neuron has three, its bias first, W1 of shape (2, 3), W2 of shape (1, 3)",
            || (array![[1.0, 1.0], [1.0, 1.0]], array![[1.0, -2.0]]),
        ),
        ("W1 has no biases: each hidden neuron has three weights, its bias first", || {
            (array![[1.0, 1.0], [1.0, 1.0]], array![[-0.5, 1.0, -1.0]])
        }),
        ("W2 has no bias: the output has three weights, its bias first", || (or_and(), array![[1.0, -1.0]])),
        ("both matrices are transposed: a neuron is a row, and its three weights stand in it", || {
            (or_and().t().to_owned(), array![[-0.5], [1.0], [-1.0]])
        }),
        ("W1 is transposed: a hidden neuron is a row, and its three weights stand in it", || {
            (or_and().t().to_owned(), array![[-0.5, 1.0, -1.0]])
        }),
        ("W2 is transposed: the output is a row, and its three weights stand in it", || {
            (or_and(), array![[-0.5], [1.0], [-1.0]])
        }),
        ("W1 and W2 are swapped: the hidden layer comes first, `(w1, w2)`", || (array![[-0.5, 1.0, -1.0]], or_and())),
        ("the output has two rows: there is one output, W2 has shape (1, 3)", || (or_and(), or_and())),
    ],
    inputs: || vec![()],
    call: |xor_network, ()| {
        let (w1, w2) = xor_network();
        if (w1.dim(), w2.dim()) != ((2, 3), (1, 3)) {
            let shapes = [w1.nrows(), w1.ncols(), w2.nrows(), w2.ncols()].map(|size| size as f64);
            return Answer::named("the shapes", &shapes.to_vec());
        }
        let table = truth_table(&w1, &w2);
        match READINGS.iter().position(|reading| reading(&w1, &w2)) {
            Some(reading) if table.to_vec() != XOR => Answer::named("another reading", &reading),
            _ => table.into(),
        }
    },
    properties: &[],
};

const XOR: [f64; 4] = [0.0, 1.0, 1.0, 0.0];

type Reading = fn(&Array2<f64>, &Array2<f64>) -> bool;

/// Other ways to read the weights, by which they may be right.
const READINGS: [Reading; 10] = [
    |w1, w2| is_xor(&truth_table(&bias_first(w1), &bias_first(w2))),
    |w1, w2| is_xor(&truth_table(&bias_first(w1), w2)),
    |w1, w2| is_xor(&truth_table(w1, &bias_first(w2))),
    |w1, w2| is_xor(&truth_table(&bias_subtracted(w1), &bias_subtracted(w2))),
    |w1, w2| is_xor(&truth_table(w1, &w2.select(ndarray::Axis(1), &[0, 2, 1]))),
    |w1, w2| is_xor(&forward(w1, w2, 0.0, |a| f64::from(a >= 0.0))),
    |w1, w2| is_xor(&forward(w1, w2, -1.0, step)),
    |w1, w2| is_xor(&forward(w1, w2, -1.0, f64::signum).mapv(step)),
    |w1, w2| {
        let sums = hidden(w1, 0.0, step).map(|h| w2[[0, 1]] * h[0] + w2[[0, 2]] * h[1]);
        sums[1].min(sums[2]) > sums[0].max(sums[3])
    },
    |w1, _| hidden(w1, 0.0, step).iter().all(|h| h[0] == h[1]),
];

fn is_xor(table: &Array1<f64>) -> bool {
    table.to_vec() == XOR
}

/// The last column moved to the front.
fn bias_first(w: &Array2<f64>) -> Array2<f64> {
    w.select(ndarray::Axis(1), &[2, 0, 1])
}

fn bias_subtracted(w: &Array2<f64>) -> Array2<f64> {
    let mut turned = w.clone();
    turned.slice_mut(s![.., 0]).mapv_inplace(|bias| -bias);
    turned
}

/// Both hidden activations for each of the four inputs, whose features are `off` and 1.
fn hidden(w1: &Array2<f64>, off: f64, f: fn(f64) -> f64) -> [[f64; 2]; 4] {
    let inputs = [(off, off), (off, 1.0), (1.0, off), (1.0, 1.0)];
    inputs.map(|(x2, x3)| [0, 1].map(|j| f(w1[[j, 0]] + w1[[j, 1]] * x2 + w1[[j, 2]] * x3)))
}

/// The outputs of the network for other features and another activation.
fn forward(w1: &Array2<f64>, w2: &Array2<f64>, off: f64, f: fn(f64) -> f64) -> Array1<f64> {
    hidden(w1, off, f).iter().map(|h| f(w2[[0, 0]] + w2[[0, 1]] * h[0] + w2[[0, 2]] * h[1])).collect()
}

/// The hidden neurons are OR and AND.
fn or_and() -> Array2<f64> {
    array![[-0.5, 1.0, 1.0], [-1.5, 1.0, 1.0]]
}

/// Each hidden neuron repeats one feature.
fn single() -> Array2<f64> {
    array![[-0.5, 1.0, 0.0], [-0.5, 0.0, 1.0]]
}

pub fn step(a: f64) -> f64 {
    if a > 0.0 { 1.0 } else { 0.0 }
}

/// The output for the inputs (0, 0), (0, 1), (1, 0), (1, 1): both layers have a bias in column 0.
pub fn truth_table(w1: &Array2<f64>, w2: &Array2<f64>) -> Array1<f64> {
    let answer = |x2: f64, x3: f64| {
        let h = |j| step(w1[[j, 0]] + w1[[j, 1]] * x2 + w1[[j, 2]] * x3);
        step(w2[[0, 0]] + w2[[0, 1]] * h(0) + w2[[0, 2]] * h(1))
    };
    array![answer(0.0, 0.0), answer(0.0, 1.0), answer(1.0, 0.0), answer(1.0, 1.0)]
}
