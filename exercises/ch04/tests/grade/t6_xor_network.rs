//! # Task 6: XOR with two hidden neurons
//!
//! Write `xor_network()` in `src/depth.rs`: no formula to compute, but nine numbers to choose. One neuron draws one
//! line, and no line separates (0, 1) and (1, 0) from (0, 0) and (1, 1). Two hidden neurons draw two. Any weights that
//! give the right table are accepted.

use ch04::xor_network;
use ch04_mistakes::t6_xor_network::{XOR_NETWORK, XorNetwork, truth_table};
use checks::{Task, given};
use ndarray::{Array2, array};

const TASK: Task<XorNetwork> = Task {
    title: "XOR with two hidden neurons",
    functions: &["xor_network"],
    section: "XOR with two hidden neurons",
    yours: xor_network,
    diagnoses: &[&XOR_NETWORK],
};

/// Each neuron of the hidden layer has three weights, for the constant and the two features; the output neuron has
/// three as well, for the constant and the two hidden neurons.
#[test]
fn each_neuron_has_a_bias_and_two_weights() {
    TASK.grade(1, |xor_network| {
        let (w1, w2) = xor_network();
        check_shapes(&w1, &w2);
    });
}

/// `[0, 1, 1, 0]` for (0, 0), (0, 1), (1, 0), (1, 1): one of the two, but not both.
#[test]
fn one_of_the_two_but_not_both() {
    TASK.grade(3, |xor_network| {
        let (w1, w2) = xor_network();
        check_shapes(&w1, &w2);
        given("w1", &w1).and("w2", &w2).got(truth_table(&w1, &w2)).expect(array![0.0, 1.0, 1.0, 0.0]);
    });
}

fn check_shapes(w1: &Array2<f64>, w2: &Array2<f64>) {
    let words = "W1 has a row for each of two hidden neurons, with its bias in column 0";
    given("w1", w1).and("w2", w2).got(w1.clone()).expect_shape(&[2, 3], words);
    let words = "W2 has one row for the one output, with its bias in column 0";
    given("w1", w1).and("w2", w2).got(w2.clone()).expect_shape(&[1, 3], words);
}
