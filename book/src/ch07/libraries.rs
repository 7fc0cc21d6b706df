//! What the chapter's programs for other libraries print, by the reference.

use crate::chapter::Reference;
use ch03::softmax;
use ch07::given::{MatrixTape, Network, Objective, Tape, Var, sigma};
use ch07::{add, backward, matrix_backward, mean_error, mul, neuron_error, square, sub, tanh, train_step};
use ndarray::{Array2, Axis, array, concatenate};
use std::sync::LazyLock;

pub const LIBRARIES: &[Reference] = &[
    ("tensors", tensors),
    ("autograd", autograd),
    ("module", parameters),
    ("optimiser", step),
    ("data_loader", batches),
    ("training_loop", xor),
    ("candle", xor),
    ("burn", xor),
    ("burn_on_paper", on_paper),
    ("zero_grad", added_up),
    ("descent", descent),
    ("softmax_twice", softmax_twice),
    ("shapes", column_and_row),
    // NaN, where the tape has 0.
    ("candle_far", Vec::new),
    // Two answers to “are they equal?”, and two to “is this recorded?”.
    ("evaluation", Vec::new),
    ("item", left_out),
];

/// The features of XOR.
fn four_samples() -> Array2<f64> {
    array![[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]
}

fn entries(a: &Array2<f64>) -> Vec<f64> {
    a.iter().copied().collect()
}

fn tensors() -> Vec<f64> {
    let mut tape = MatrixTape::new();
    let x = tape.leaf(&four_samples());
    let w = tape.leaf(&array![[1.0, 1.0], [1.0, -1.0], [0.0, 2.0]]);
    let b = tape.leaf(&array![[0.5, 0.0, -1.0]]);
    let w_transposed = tape.transpose(w);
    let x_w = tape.matmul(x, w_transposed);
    let a = tape.add_row(x_w, b);
    let h = tape.tanh(a);
    let mean = tape.mean(h);
    [vec![4.0, 2.0], entries(tape.value(h)), entries(tape.value(mean))].concat()
}

/// A value that is used twice, twice over; then the error of a neuron, and its gradient.
fn autograd() -> Vec<f64> {
    let mut tape = Tape::new();
    let a = tape.leaf(1.0);
    let b = add(&mut tape, a, a);
    let c = add(&mut tape, b, b);
    let slope = backward(&tape, c)[a.0];
    let (error, gradient) = neuron();
    [&[slope, error], &gradient[..]].concat()
}

fn neuron() -> (f64, [f64; 2]) {
    let mut tape = Tape::new();
    let w = NEURON.map(|w| tape.leaf(w));
    let error = neuron_error(&mut tape, &w, &[1.0, 2.0], 0.0);
    let gradients = backward(&tape, error);
    (tape.value(error), w.map(|w| gradients[w.0]))
}

const NEURON: [f64; 2] = [-1.0, 1.0];

fn step() -> Vec<f64> {
    let (_, gradient) = neuron();
    NEURON.iter().zip(gradient).map(|(w, g)| w - 0.5 * g).collect()
}

/// The shapes of the weights and biases; PyTorch keeps a bias as a vector.
fn parameters() -> Vec<f64> {
    let network = start();
    let sizes = [network.w1.shape(), &network.b1.shape()[1..], network.w2.shape(), &network.b2.shape()[1..]];
    sizes.concat().iter().map(|size| *size as f64).collect()
}

/// The shapes of features and answers in batches of three.
fn batches() -> Vec<f64> {
    let rows: Vec<usize> = (0..four_samples().nrows()).collect();
    rows.chunks(3).flat_map(|batch| [batch.len(), 2, batch.len(), 1]).map(|size| size as f64).collect()
}

/// The start of all programs: in each matrix, numbers from −1 to 1 in equal steps.
fn start() -> Network {
    let equal_steps = |shape: (usize, usize)| {
        let count = shape.0 * shape.1;
        let step = |i: usize| -1.0 + 2.0 * i as f64 / (count - 1).max(1) as f64;
        Array2::from_shape_fn(shape, |(row, column)| step(row * shape.1 + column))
    };
    let [w1, b1, w2, b2] = [(4, 2), (1, 4), (1, 4), (1, 1)].map(equal_steps);
    Network { objective: Objective::Classification, w1, b1, w2, b2 }
}

/// The error in three epochs, each with its number, and what the network says after 3000.
fn xor() -> Vec<f64> {
    // Three programs print it.
    static XOR: LazyLock<Vec<f64>> = LazyLock::new(|| {
        let (mut network, x, y) = (start(), four_samples(), array![[0.0], [1.0], [1.0], [0.0]]);
        let errors: Vec<f64> = (0..3000).map(|_| train_step(&mut network, &x, &y, 0.5)).collect();
        let told = [0, 1000, 2000].iter().flat_map(|epoch| [*epoch as f64, errors[*epoch]]);
        let h = (x.dot(&network.w1.t()) + &network.b1).mapv(f64::tanh);
        let probabilities = (h.dot(&network.w2.t()) + &network.b2).mapv(sigma);
        told.chain(probabilities).collect()
    });
    XOR.clone()
}

/// Chapter 6's case: the error, and the gradients with the biases in front.
fn on_paper() -> Vec<f64> {
    let (ln2, ln3) = (2.0_f64.ln(), 3.0_f64.ln());
    let mut tape = MatrixTape::new();
    let weights = [array![[ln3 / 2.0], [ln2]], array![[ln3 / 2.0, 0.0]], array![[2.0, -1.0]], array![[1.0]]];
    let weights = weights.map(|w| tape.leaf(&w));
    let (x, y) = (array![[1.0], [-1.0]], array![[1.0], [2.0]]);
    let error = mean_error(&mut tape, Objective::Regression, weights, &x, &y);
    let gradients = matrix_backward(&tape, error);
    let layer = |w: Var, b: Var| {
        let bias = gradients[b.0].t();
        entries(&concatenate(Axis(1), &[bias, gradients[w.0].view()]).expect("a bias for each row of weights"))
    };
    let [w1, b1, w2, b2] = weights;
    [entries(tape.value(error)), layer(w1, b1), layer(w2, b2)].concat()
}

/// The slope of a² at 3, added to itself.
fn added_up() -> Vec<f64> {
    let mut tape = Tape::new();
    let a = tape.leaf(3.0);
    let error = square(&mut tape, a);
    let slope = backward(&tape, error)[a.0];
    [1.0, 2.0, 3.0].map(|times| times * slope).to_vec()
}

/// The errors of twelve steps on (w − 1)², with a gradient that is never forgotten.
fn descent() -> Vec<f64> {
    let (mut w, mut gradient) = (0.0, 0.0);
    let mut step = || {
        let mut tape = Tape::new();
        let leaf = tape.leaf(w);
        let one = tape.leaf(1.0);
        let difference = sub(&mut tape, leaf, one);
        let error = square(&mut tape, difference);
        gradient += backward(&tape, error)[leaf.0];
        w -= 0.1 * gradient;
        tape.value(error)
    };
    (0..12).map(|_| step()).collect()
}

fn softmax_twice() -> Vec<f64> {
    let once = softmax(&array![[10.0, 0.0, 0.0]]);
    let twice = softmax(&once);
    [once, twice].map(|p| -p[[0, 0]].ln()).to_vec()
}

/// ndarray repeats a column and a row as PyTorch does.
fn column_and_row() -> Vec<f64> {
    let difference = array![[1.0], [2.0], [3.0]] - array![1.0, 2.0, 3.0];
    let mean = difference.mapv(|d| d * d).mean().expect("there are entries");
    vec![difference.nrows() as f64, difference.ncols() as f64, mean, mean]
}

/// The slope of the weight that the graph still holds.
fn left_out() -> Vec<f64> {
    let mut tape = Tape::new();
    let w1 = tape.leaf(1.0);
    let ln2 = tape.leaf(2.0_f64.ln());
    let a = mul(&mut tape, w1, ln2);
    let h = tanh(&mut tape, a);
    let w2 = tape.leaf(2.0);
    let h = tape.leaf(tape.value(h));
    let a2 = mul(&mut tape, w2, h);
    let one = tape.leaf(1.0);
    let difference = sub(&mut tape, a2, one);
    let error = square(&mut tape, difference);
    vec![backward(&tape, error)[w2.0]]
}
