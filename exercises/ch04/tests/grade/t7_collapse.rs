//! # Task 7: without a nonlinearity
//!
//! Write `collapse(w1, w2)` in `src/depth.rs`: the one matrix that does what two layers without an activation do. It
//! always exists, so more layers alone gain nothing. What makes the hidden layer worth having is `f_h`.

use ch04::collapse;
use ch04_mistakes::t7_collapse::{COLLAPSE, Collapse};
use checks::{Random, Task, assert_snapshot, given};
use ndarray::{Array1, Array2, array};
use std::fmt::Write;

const TASK: Task<Collapse> = Task {
    title: "Without a nonlinearity",
    functions: &["collapse"],
    section: "Without a nonlinearity",
    yours: collapse,
    diagnoses: &[&COLLAPSE],
};

/// `W2 W1 = [[−1·1 + 1·3, −1·2 + 1·(−1)], [2·1 + 4·3, 2·2 + 4·(−1)]] = [[2, −3], [14, 0]]`. In the other order the
/// product is another one: the layer that meets x first stands next to it, on the right. No product is too small or too
/// large.
#[test]
fn a_product_by_hand() {
    TASK.grade(2, |collapse| {
        let (w1, w2) = (array![[1.0, 2.0], [3.0, -1.0]], array![[-1.0, 1.0], [2.0, 4.0]]);
        given("w1", &w1).and("w2", &w2).got(collapse(&w1, &w2)).expect(array![[2.0, -3.0], [14.0, 0.0]]);
        for size in [1e-30, 1e30] {
            let w1 = size * &w1;
            let w = collapse(&w1, &w2) / size;
            given("w1", &w1).and("w2", &w2).got(w).derived("W / size").expect(array![[2.0, -3.0], [14.0, 0.0]]);
        }
    });
}

/// Whatever the sample, the one layer answers as the two do, if neither has an activation; also where all goes through
/// one hidden neuron, and where there is one feature.
#[test]
fn one_layer_answers_as_two_linear_ones_do() {
    TASK.grade(1, |collapse| {
        let mut random = Random::seeded(47);
        for (k, d, m) in [(3, 5, 2), (3, 1, 2), (1, 3, 2)] {
            let (w1, w2, x) = (random.matrix(d, k), random.matrix(m, d), random.vector(k));
            let w = collapse(&w1, &w2);
            given("w1", &w1).and("w2", &w2).got(w.clone()).expect_shape(&[m, k], "a row for each output of w2");
            let expected = layer(&w2, &layer(&w1, &x, identity), identity);
            let y_hat = layer(&w, &x, identity);
            given("w1", &w1).and("w2", &w2).and("x", &x).got(y_hat).derived("W x").expect(expected);
        }
    });
}

/// Three layers become two, and then one; it does not matter which two are put together first.
#[test]
fn any_number_of_linear_layers_is_one_layer() {
    TASK.grade(1, |collapse| {
        let w1 = array![[1.0, 2.0], [0.0, -1.0], [3.0, 1.0]];
        let w2 = array![[1.0, -1.0, 0.5], [2.0, 0.0, 1.0]];
        let w3 = array![[2.0, -1.0]];
        let first_two = collapse(&collapse(&w1, &w2), &w3);
        given("w1", &w1).and("w2", &w2).and("w3", &w3).got(first_two).expect(array![[0.0, 2.0]]);
        let last_two = collapse(&w1, &collapse(&w2, &w3));
        given("w1", &w1).and("w2", &w2).and("w3", &w3).got(last_two).expect(array![[0.0, 2.0]]);
    });
}

/// `W2` must take what `W1` gives: as many columns as `W1` has rows.
#[test]
fn layers_that_do_not_fit_are_refused() {
    TASK.grade(1, |collapse| {
        let w1 = array![[1.0, 2.0, 0.5], [3.0, -1.0, 1.0]];
        let w2 = array![[-1.0, 1.0]];
        given("w1", &w1).and("w2", &w2).got(collapse(&w1, &w2)).expect(array![[2.0, -3.0, 0.5]]);
        for w2 in
            [array![[2.0]], array![[2.0], [3.0]], array![[-1.0, 1.0, 4.0]], array![[1.0, 2.0, 4.0], [3.0, 1.0, 2.0]]]
        {
            let call = || collapse(&w1, &w2);
            given("w1", &w1).and("w2", &w2).expect_panic("w2 has not a column for each row of w1", call);
        }
    });
}

/// The network `ŷ = W2 f_h(W1 [1, x])` for some `x`, with the identity and with the sigmoid as `f_h`, beside the one
/// layer `W2 W1`. With the identity each step of `x` changes the output by the same amount: a line. The sigmoid bends
/// it.
#[test]
fn with_a_sigmoid_two_layers_are_more_than_one() {
    TASK.grade(1, |collapse| {
        let (w1, w2) = (array![[0.5, 1.0], [-1.0, 2.0]], array![[3.0, -2.0]]);
        let w = collapse(&w1, &w2);
        given("w1", &w1).and("w2", &w2).got(w.clone()).expect_shape(&[1, 2], "one output, two features");
        let mut table = String::from("  x   W2 W1   identity   sigmoid\n");
        for x in [-2.0, -1.0, 0.0, 1.0, 2.0] {
            let sample = array![1.0, x];
            let output = |f_h| layer(&w2, &layer(&w1, &sample, f_h), identity)[0];
            let (one, linear, bent) = (layer(&w, &sample, identity)[0], output(identity), output(sigmoid));
            writeln!(table, "{x:>3}   {one:>5.2}   {linear:>8.2}   {bent:>7.2}").unwrap();
        }
        assert_snapshot!(table, @"
          x   W2 W1   identity   sigmoid
         -2    5.50       5.50      0.53
         -1    4.50       4.50      1.04
          0    3.50       3.50      1.33
          1    2.50       2.50      0.99
          2    1.50       1.50      0.87
        ");
    });
}

/// A layer in sums, straight from its formula.
fn layer(w: &Array2<f64>, x: &Array1<f64>, f: fn(f64) -> f64) -> Array1<f64> {
    (0..w.nrows()).map(|j| f((0..w.ncols()).map(|i| w[[j, i]] * x[i]).sum())).collect()
}

fn identity(a: f64) -> f64 {
    a
}

fn sigmoid(a: f64) -> f64 {
    1.0 / (1.0 + (-a).exp())
}
