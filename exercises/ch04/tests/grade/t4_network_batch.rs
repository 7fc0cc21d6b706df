//! # Task 4: a whole batch through the network
//!
//! Write `network_batch(x, w1, w2, f_h, f_o)` in `src/network.rs`. Samples stand in rows, so the product turns round:
//! `W1 x` for one sample becomes `X W1ᵀ` for all of them. Let the shapes lead: `(n, k)` times `(k, d)` gives `(n, d)`.

use ch04::network_batch;
use ch04_mistakes::t4_network_batch::{NETWORK_BATCH, NetworkBatch, identity, layer, relu, sigmoid, square};
use checks::{Random, Task, assert_snapshot, given};
use ndarray::{Array2, array};

const TASK: Task<NetworkBatch> = Task {
    title: "A whole batch through the network",
    functions: &["network_batch"],
    section: "A whole batch at once",
    yours: network_batch,
    diagnoses: &[&NETWORK_BATCH],
};

/// The network with which Goodfellow, Bengio and Courville solve XOR in *Deep Learning* (2016), section 6.1. The biases
/// of the hidden layer, 0 and −1, are the weights of the constant feature in column 0.
///
/// ```text
/// X W1ᵀ = [[0, −1], [1, 0], [1, 0], [2, 1]]      H = ReLU of it, only the −1 changes      Ŷ = h₁ − 2 h₂
/// ```
#[test]
fn four_samples_of_xor_by_hand() {
    TASK.grade(2, |network_batch| {
        let x = array![[1.0, 0.0, 0.0], [1.0, 0.0, 1.0], [1.0, 1.0, 0.0], [1.0, 1.0, 1.0]];
        let (w1, w2) = (array![[0.0, 1.0, 1.0], [-1.0, 1.0, 1.0]], array![[1.0, -2.0]]);
        let y_hat = network_batch(&x, &w1, &w2, relu, identity);
        given("x", &x).and("w1", &w1).and("w2", &w2).got(y_hat).expect(array![[0.0], [1.0], [1.0], [0.0]]);
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
    TASK.grade(2, |network_batch| {
        let x = array![[1.0, 5.0], [2.0, 1.0]];
        let (w1, w2) = (array![[1.0, 2.0], [3.0, -1.0]], array![[-1.0, 1.0], [2.0, 4.0]]);
        let y_hat = network_batch(&x, &w1, &w2, relu, square);
        given("x", &x).and("w1", &w1).and("w2", &w2).got(y_hat).expect(array![[121.0, 484.0], [1.0, 784.0]]);
    });
}

/// Each row of the result belongs to the same row of the batch, whatever the other samples are; a batch may hold one
/// sample only, of one feature, and the network have one hidden neuron, or one output.
#[test]
fn each_sample_goes_through_the_network_alone() {
    TASK.grade(1, |network_batch| {
        let mut random = Random::seeded(44);
        for [n, k, d, m] in [[1, 3, 5, 2], [7, 3, 5, 2], [3, 3, 5, 2], [4, 1, 3, 2], [4, 3, 1, 2], [3, 4, 2, 1]] {
            let (w1, w2, mut x) = (random.matrix(d, k), random.matrix(m, d), random.matrix(n, k));
            x.row_mut(n / 2).fill(0.0);
            let expected = layer(&layer(&x, &w1, f64::tanh), &w2, sigmoid);
            let y_hat = network_batch(&x, &w1, &w2, f64::tanh, sigmoid);
            given("x", &x).and("w1", &w1).and("w2", &w2).got(y_hat).expect(expected);
        }
    });
}

/// A neuron that hears nothing still answers: σ(0) = ½ in the hidden layer, and in the output. With tanh(0) = 0 the
/// neurons behind it still count.
#[test]
fn a_sum_of_zero_goes_through_the_activation_too() {
    TASK.grade(1, |network_batch| {
        let x = array![[1.0, -1.0], [0.0, 0.0], [1.0, 0.0]];
        let (w1, w2) = (array![[0.0, 0.0], [2.0, -1.0]], array![[0.0, 0.0], [4.0, -3.0]]);
        for f in [sigmoid, f64::tanh] {
            let y_hat = network_batch(&x, &w1, &w2, f, f);
            let expected = layer(&layer(&x, &w1, f), &w2, f);
            given("x", &x).and("w1", &w1).and("w2", &w2).got(y_hat).expect(expected);
        }
    });
}

/// `x.t().to_owned()` stands in memory column by column. What counts is where an entry stands in the matrix.
#[test]
fn a_batch_that_was_transposed_is_a_batch() {
    TASK.grade(1, |network_batch| {
        let mut random = Random::seeded(244);
        let (w1, w2, columns) = (random.matrix(4, 3), random.matrix(2, 4), random.matrix(3, 6));
        let x = columns.t().to_owned();
        let expected = layer(&layer(&x, &w1, sigmoid), &w2, identity);
        let y_hat = network_batch(&x, &w1, &w2, sigmoid, identity);
        given("x", &x).and("w1", &w1).and("w2", &w2).got(y_hat).expect(expected);
    });
}

/// Both samples of the batch by hand, times a size: no sum is cut off, neither in the hidden layer nor behind it.
#[test]
fn no_sum_is_too_small_or_too_large() {
    TASK.grade(1, |network_batch| {
        let (w1, w2) = (array![[1.0, 2.0], [3.0, -1.0]], array![[-1.0, 1.0], [2.0, 4.0]]);
        for size in [1e-30, 1e30] {
            let x = array![[1.0, 5.0], [2.0, 1.0]] * size;
            let y_hat = network_batch(&x, &w1, &w2, relu, identity) / size;
            let inputs = given("x", &x).and("w1", &w1).and("w2", &w2);
            inputs.got(y_hat).derived("Ŷ / size").expect(array![[-11.0, 22.0], [1.0, 28.0]]);
        }
    });
}

/// A weight for each feature, and one for each hidden neuron: no more, no fewer, and not one for all.
#[test]
fn shapes_that_do_not_fit_are_refused() {
    TASK.grade(1, |network_batch| {
        let (x, w1, w2) = (array![[1.0, 5.0], [2.0, 1.0]], array![[1.0, 2.0], [3.0, -1.0]], array![[-1.0, 1.0]]);
        let y_hat = network_batch(&x, &w1, &w2, relu, identity);
        given("x", &x).and("w1", &w1).and("w2", &w2).got(y_hat).expect(array![[-11.0], [1.0]]);
        for x in [array![[1.0], [2.0]], array![[1.0, 5.0, 2.0]]] {
            let call = || network_batch(&x, &w1, &w2, relu, identity);
            given("x", &x).and("w1", &w1).expect_panic("x has not a column for each column of w1", call);
        }
        for w2 in [array![[2.0]], array![[-1.0, 1.0, 2.0]]] {
            let call = || network_batch(&x, &w1, &w2, relu, identity);
            given("w1", &w1).and("w2", &w2).expect_panic("w2 has not a column for each hidden neuron", call);
        }
    });
}

/// The output over the whole plane, drawn: `#` above ½, `.` below. The network that solves XOR in the first test
/// answers yes in a stripe between two parallel lines, and the corners (0, 1) and (1, 0) of XOR lie in it, (0, 0) and
/// (1, 1) outside. One neuron has one line.
#[test]
fn two_hidden_neurons_cut_a_stripe_out_of_the_plane() {
    TASK.grade(1, |network_batch| {
        let (w1, w2) = (array![[0.0, 1.0, 1.0], [-1.0, 1.0, 1.0]], array![[1.0, -2.0]]);
        let (columns, rows) = (21, 11);
        let x = Array2::from_shape_fn((rows * columns, 3), |(place, i)| match i {
            0 => 1.0,
            1 => -0.48 + 0.1 * (place % columns) as f64,
            _ => 1.52 - 0.2 * (place / columns) as f64,
        });
        let y_hat = network_batch(&x, &w1, &w2, relu, identity);
        given("x", &x)
            .and("w1", &w1)
            .and("w2", &w2)
            .got(y_hat.clone())
            .expect_shape(&[231, 1], "one output for each sample");
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
