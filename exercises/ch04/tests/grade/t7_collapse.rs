//! # Task 7: without a nonlinearity
//!
//! Write `collapse(w1, w2)` in `src/depth.rs`: the one matrix that does what two layers without an activation do. It
//! always exists, so more layers alone gain nothing. What makes the hidden layer worth having is `f_h`.

use ch04::collapse;
use checks::{Random, Task, assert_snapshot, given};
use ndarray::{Array1, Array2, array};
use std::fmt::Write;

const TASK: Task =
    Task { title: "Without a nonlinearity", functions: &["collapse"], section: "Without a nonlinearity" };

fn identity(a: f64) -> f64 {
    a
}

fn sigmoid(a: f64) -> f64 {
    1.0 / (1.0 + (-a).exp())
}

/// A layer in sums, straight from its formula.
fn layer(w: &Array2<f64>, x: &Array1<f64>, f: fn(f64) -> f64) -> Array1<f64> {
    (0..w.nrows()).map(|j| f((0..w.ncols()).map(|i| w[[j, i]] * x[i]).sum())).collect()
}

/// `W2 W1 = [[−1·1 + 1·3, −1·2 + 1·(−1)], [2·1 + 4·3, 2·2 + 4·(−1)]] = [[2, −3], [14, 0]]`. In the other order the
/// product is another one: the layer that meets x first stands next to it, on the right.
#[test]
fn a_product_by_hand() {
    TASK.grade(2, || {
        let (w1, w2) = (array![[1.0, 2.0], [3.0, -1.0]], array![[-1.0, 1.0], [2.0, 4.0]]);
        given("w1", &w1)
            .and("w2", &w2)
            .got(collapse(&w1, &w2))
            .mistake(
                array![[3.0, 9.0], [-5.0, -1.0]],
                "this is W1 W2: W1 meets x first, so it stands on the right, W2 W1 x",
            )
            .mistake(array![[-1.0, 2.0], [6.0, -4.0]], "this is the product entry by entry: use `dot`")
            .mistake(array![[0.0, 3.0], [5.0, 3.0]], "this is the sum of the two: one after the other is a product")
            .mistake(array![[2.0, 14.0], [-3.0, 0.0]], "this is transposed: the product is W2 W1, without transposes")
            .expect(array![[2.0, -3.0], [14.0, 0.0]]);
    });
}

/// Whatever the sample, the one layer answers as the two do, if neither has an activation.
#[test]
fn one_layer_answers_as_two_linear_ones_do() {
    TASK.grade(1, || {
        let mut random = Random::seeded(47);
        let (w1, w2) = (random.matrix(5, 3), random.matrix(2, 5));
        given("w1", &w1).and("w2", &w2).got(collapse(&w1, &w2)).expect_shape(&[2, 3], "two outputs, three features");
        for _ in 0..3 {
            let x = random.vector(3);
            let expected = layer(&w2, &layer(&w1, &x, identity), identity);
            let inputs = given("w1", &w1).and("w2", &w2).and("x", &x);
            inputs.got(layer(&collapse(&w1, &w2), &x, identity)).expect(expected);
        }
    });
}

/// Three layers become two, and then one; it does not matter which two are put together first.
#[test]
fn any_number_of_linear_layers_is_one_layer() {
    TASK.grade(1, || {
        let (w1, w2, w3) = (
            array![[1.0, 2.0], [0.0, -1.0], [3.0, 1.0]],
            array![[1.0, -1.0, 0.5], [2.0, 0.0, 1.0]],
            array![[2.0, -1.0]],
        );
        let inputs = given("w1", &w1).and("w2", &w2).and("w3", &w3);
        inputs.got(collapse(&collapse(&w1, &w2), &w3)).expect(array![[0.0, 2.0]]);
        let inputs = given("w1", &w1).and("w2", &w2).and("w3", &w3);
        inputs.got(collapse(&w1, &collapse(&w2, &w3))).expect(array![[0.0, 2.0]]);
    });
}

/// The network `ŷ = W2 f_h(W1 [1, x])` for some `x`, with the identity and with the sigmoid as `f_h`, beside the one
/// layer `W2 W1`. With the identity each step of `x` changes the output by the same amount: a line. The sigmoid bends
/// it.
#[test]
fn with_a_sigmoid_two_layers_are_more_than_one() {
    TASK.grade(1, || {
        let (w1, w2) = (array![[0.5, 1.0], [-1.0, 2.0]], array![[3.0, -2.0]]);
        let inputs = given("w1", &w1).and("w2", &w2);
        let w = collapse(&w1, &w2);
        inputs.got(w.clone()).expect_shape(&[1, 2], "one output, two features");
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
