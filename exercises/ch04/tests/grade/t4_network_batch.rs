//! # Task 4: a whole batch through the network
//!
//! Write `network_batch(x, w1, w2, f_h, f_o)` in `src/network.rs`. Samples stand in rows, so the product turns round:
//! `W1 x` for one sample becomes `X W1ᵀ` for all of them. Let the shapes lead: `(n, k)` times `(k, d)` gives `(n, d)`.

use ch04::network_batch;
use checks::{Random, Task, assert_snapshot, given};
use ndarray::{Array2, array};

const TASK: Task = Task {
    title: "A whole batch through the network",
    functions: &["network_batch"],
    section: "A whole batch at once",
};

fn identity(a: f64) -> f64 {
    a
}

fn relu(a: f64) -> f64 {
    a.max(0.0)
}

/// No activation for a real network, but one that can be followed by hand: it shows where it was applied.
fn square(a: f64) -> f64 {
    a * a
}

fn sigmoid(a: f64) -> f64 {
    1.0 / (1.0 + (-a).exp())
}

/// A layer in sums for each row of `x`, straight from its formula.
fn layer(x: &Array2<f64>, w: &Array2<f64>, f: fn(f64) -> f64) -> Array2<f64> {
    let sum = |(sample, j)| (0..w.ncols()).map(|i| w[[j, i]] * x[[sample, i]]).sum();
    Array2::from_shape_fn((x.nrows(), w.nrows()), |place| f(sum(place)))
}

/// The network with which Goodfellow, Bengio and Courville solve XOR in *Deep Learning* (2016), section 6.1. The biases
/// of the hidden layer, 0 and −1, are the weights of the constant feature in column 0.
///
/// ```text
/// X W1ᵀ = [[0, −1], [1, 0], [1, 0], [2, 1]]      H = ReLU of it, only the −1 changes      Ŷ = h₁ − 2 h₂
/// ```
#[test]
fn four_samples_of_xor_by_hand() {
    TASK.grade(2, || {
        let x = array![[1.0, 0.0, 0.0], [1.0, 0.0, 1.0], [1.0, 1.0, 0.0], [1.0, 1.0, 1.0]];
        let (w1, w2) = (array![[0.0, 1.0, 1.0], [-1.0, 1.0, 1.0]], array![[1.0, -2.0]]);
        given("x", &x)
            .and("w1", &w1)
            .and("w2", &w2)
            .got(network_batch(&x, &w1, &w2, relu, identity))
            .mistake(
                array![[2.0], [1.0], [1.0], [0.0]],
                "the activation of the hidden layer is missing: H is f_h(X W1ᵀ), entry by entry",
            )
            .mistake(
                array![[0.0, 1.0, 1.0, 0.0]],
                "the outputs stand in columns: the result has one sample in each row, as X has",
            )
            .expect(array![[0.0], [1.0], [1.0], [0.0]]);
    });
}

/// As many samples as features, hidden neurons and outputs: every product can be computed, with and without transposes,
/// and one is right. For the first sample this is the example of task 3.
///
/// ```text
/// X W1ᵀ = [[11, −2], [4, 5]]       H = [[11, 0], [4, 5]]
/// H W2ᵀ = [[−11, 22], [1, 28]]     Ŷ = its squares = [[121, 484], [1, 784]]
/// ```
#[test]
fn a_batch_by_hand() {
    TASK.grade(2, || {
        let x = array![[1.0, 5.0], [2.0, 1.0]];
        let (w1, w2) = (array![[1.0, 2.0], [3.0, -1.0]], array![[-1.0, 1.0], [2.0, 4.0]]);
        let transposed = |a: &Array2<f64>| a.t().to_owned();
        let forward = |x: &Array2<f64>, w1: &Array2<f64>, w2: &Array2<f64>| layer(&layer(x, w1, relu), w2, square);
        let expected = array![[121.0, 484.0], [1.0, 784.0]];
        let columns = forward(&transposed(&x), &w1, &w2);
        given("x", &x)
            .and("w1", &w1)
            .and("w2", &w2)
            .got(network_batch(&x, &w1, &w2, relu, square))
            .mistake(
                forward(&x, &transposed(&w1), &transposed(&w2)),
                "the transposes are missing: with samples in rows the products are X W1ᵀ and H W2ᵀ",
            )
            .mistake(forward(&x, &transposed(&w1), &w2), "W1 is not transposed: with samples in rows, H is f_h(X W1ᵀ)")
            .mistake(forward(&x, &w1, &transposed(&w2)), "W2 is not transposed: with samples in rows, Ŷ is f_o(H W2ᵀ)")
            .mistake(columns.clone(), "X is read by columns: its samples stand in rows, so the product is X W1ᵀ")
            .mistake(
                transposed(&columns),
                "this is f_o(W2 f_h(W1 X)), for samples in columns: they stand in rows, so X comes first, X W1ᵀ",
            )
            .mistake(
                transposed(&expected),
                "the outputs stand in columns: the result has one sample in each row, as X has",
            )
            .mistake(array![[-11.0, 22.0], [1.0, 28.0]], "the activation of the output is missing: apply f_o to H W2ᵀ")
            .mistake(
                layer(&layer(&x, &w1, identity), &w2, square),
                "the activation of the hidden layer is missing: H is f_h(X W1ᵀ), entry by entry",
            )
            .mistake(
                layer(&layer(&x, &w1, square), &w2, relu),
                "the activations are swapped: f_h belongs to the hidden layer, f_o to the output",
            )
            .mistake(
                layer(&layer(&x, &w1, relu), &w2, relu),
                "f_h is applied in both layers: the output has an activation of its own, f_o",
            )
            .expect(expected);
    });
}

/// Each row of the result belongs to the same row of the batch, whatever the other samples are; a batch may hold one
/// sample only.
#[test]
fn each_sample_goes_through_the_network_alone() {
    TASK.grade(1, || {
        let mut random = Random::seeded(44);
        let (w1, w2) = (random.matrix(5, 3), random.matrix(2, 5));
        for n in [1, 7] {
            let x = random.matrix(n, 3);
            given("x", &x)
                .and("w1", &w1)
                .and("w2", &w2)
                .got(network_batch(&x, &w1, &w2, f64::tanh, sigmoid))
                .expect(layer(&layer(&x, &w1, f64::tanh), &w2, sigmoid));
        }
    });
}

/// The output over the whole plane, drawn: `#` above ½, `.` below. The network that solves XOR in the test before answers yes in a
/// stripe between two parallel lines, and the corners (0, 1) and (1, 0) of XOR lie in it, (0, 0) and (1, 1) outside.
/// One neuron has one line.
#[test]
fn two_hidden_neurons_cut_a_stripe_out_of_the_plane() {
    TASK.grade(1, || {
        let (w1, w2) = (array![[0.0, 1.0, 1.0], [-1.0, 1.0, 1.0]], array![[1.0, -2.0]]);
        let (columns, rows) = (21, 11);
        let x = Array2::from_shape_fn((rows * columns, 3), |(place, i)| match i {
            0 => 1.0,
            1 => -0.48 + 0.1 * (place % columns) as f64,
            _ => 1.52 - 0.2 * (place / columns) as f64,
        });
        let inputs = given("x", &x).and("w1", &w1).and("w2", &w2);
        let y_hat = network_batch(&x, &w1, &w2, relu, identity);
        inputs.got(y_hat.clone()).expect_shape(&[231, 1], "one output for each sample");
        let symbols: Vec<&str> = y_hat.iter().map(|&y| if y > 0.5 { "#" } else { "." }).collect();
        let picture: Vec<String> = symbols.chunks(columns).map(<[&str]>::concat).collect();
        assert_snapshot!(picture.join("\n"), @"
        #####................
        #######..............
        #########............
        .##########..........
        ...##########........
        .....##########......
        .......##########....
        .........##########..
        ...........##########
        .............########
        ...............######
        ");
    });
}
