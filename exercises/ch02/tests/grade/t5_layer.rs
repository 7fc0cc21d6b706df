//! # Task 5: several neurons side by side
//!
//! Write `layer(w, x, f)` in `src/neuron.rs`: a single-layer network. Several neurons look at the same sample, each
//! with its own weights, which stand in one row of the matrix `W`. The answers of all of them are `ŷ = f(Wx)`.

use ch02::layer;
use ch02_mistakes::t5_layer::{LAYER, Layer, logistic, side};
use checks::{Random, Task, assert_snapshot, given};
use ndarray::{Array1, Array2, array};
use std::fmt::Write;

const TASK: Task<Layer> = Task {
    title: "A single-layer network",
    functions: &["layer"],
    section: "Several neurons: a single-layer network",
    yours: layer,
    diagnoses: &[&LAYER],
};

/// The rows give 1·1 + 2·2 = 5, 3·1 − 1·2 = 1 and 0·1 + 2·2 = 4; f(a) = a² makes them 25, 1 and 16.
#[test]
fn three_neurons_by_hand() {
    TASK.grade(2, |layer| {
        let (w, x) = (array![[1.0, 2.0], [3.0, -1.0], [0.0, 2.0]], array![1.0, 2.0]);
        given("w", &w).and("x", &x).got(layer(&w, &x, |a| a * a)).expect(array![25.0, 1.0, 16.0]);
    });
}

/// The rows give 1·1 + 2·3 = 7 and 3·1 + 4·3 = 15; f(a) = a² makes them 49 and 225. With as many neurons as features
/// both `Wx` and `Wᵀx` can be computed; only in one of them a neuron is a row.
#[test]
fn a_neuron_is_a_row_and_not_a_column() {
    TASK.grade(1, |layer| {
        let (w, x) = (array![[1.0, 2.0], [3.0, 4.0]], array![1.0, 3.0]);
        given("w", &w).and("x", &x).got(layer(&w, &x, |a| a * a)).expect(array![49.0, 225.0]);
    });
}

/// Any number of neurons may look at any number of features, and each answers as if it were alone.
#[test]
fn each_answer_is_that_of_one_neuron() {
    TASK.grade(1, |layer| {
        let mut random = Random::seeded(25);
        for (m, k) in [(6, 3), (2, 5), (1, 4), (3, 1), (4, 4)] {
            let (w, x) = (random.matrix(m, k), random.vector(k));
            let neuron = |row: usize| logistic((0..k).map(|i| w[[row, i]] * x[i]).sum());
            let expected: Array1<f64> = (0..m).map(neuron).collect();
            given("w", &w).and("x", &x).got(layer(&w, &x, logistic)).expect(expected);
        }
    });
}

/// The transpose of a matrix keeps its place in memory, and is read in another order. A row is a row all the same.
#[test]
fn weights_that_were_transposed_are_weights() {
    TASK.grade(1, |layer| {
        let (w, x) = (array![[1.0, 3.0, 0.0], [2.0, -1.0, 2.0]].reversed_axes(), array![1.0, 2.0]);
        given("w", &w).and("x", &x).got(layer(&w, &x, |a| a * a)).expect(array![25.0, 1.0, 16.0]);
    });
}

/// The sums are 0, −8 and 3. Each goes through the activation function, the 0 as well, whatever their size.
#[test]
fn every_sum_goes_through_the_activation_function() {
    TASK.grade(1, |layer| {
        let (w, x) = (array![[2.0, -1.0, 0.0], [0.0, -4.0, 0.0], [2.0, -1.0, 1.0]], array![1.0, 2.0, 3.0]);
        given("w", &w).and("x", &x).got(layer(&w, &x, |a| 2.0 * a + 3.0)).expect(array![3.0, -13.0, 9.0]);
        for size in [1e-20, 1e8] {
            let w = size * &w;
            let expected = size * array![0.0, -16.0, 6.0];
            given("w", &w).and("x", &x).got(layer(&w, &x, |a| 2.0 * a)).within(0.0, 1e-9).expect(expected);
        }
    });
}

#[test]
fn each_neuron_has_as_many_weights_as_there_are_features() {
    TASK.grade(1, |layer| {
        let x = array![1.0, 5.0];
        let w = array![[2.0, -1.0], [0.0, 1.0]];
        given("w", &w).and("x", &x).got(layer(&w, &x, |a| a * a)).expect(array![9.0, 25.0]);
        let (one, three) = (array![[2.0], [3.0]], array![[1.0, 0.0, 2.0], [2.0, 4.0, 1.0]]);
        for (w, x) in [(&one, &x), (&three, &x), (&w, &array![3.0])] {
            let words = "w does not have as many columns as x has entries";
            given("w", w).and("x", x).expect_panic(words, || layer(w, x, |a| a * a));
        }
    });
}

/// Every neuron with bias and weights from −3, −2, …, 3 is asked about the four rows of a truth table: 343 neurons in
/// one layer. Some are undecided somewhere. The others compute 14 of the 16 truth tables that two inputs can have, and
/// none computes the two that are missing: *exclusive or* (true if exactly one input is true) and its negation. The
/// pre-activations of the first and the last row always have the same sum as those of the other two, 2w₀: they cannot
/// both be positive and both be negative.
#[test]
fn of_many_neurons_none_does_exclusive_or() {
    TASK.grade(2, |layer| {
        let w = Array2::from_shape_fn((343, 3), |(neuron, i)| (neuron / 7_usize.pow(i as u32) % 7) as f64 - 3.0);
        let inputs = [array![1.0, -1.0, -1.0], array![1.0, -1.0, 1.0], array![1.0, 1.0, -1.0], array![1.0, 1.0, 1.0]];
        let answers = inputs.map(|x| {
            let answers = layer(&w, &x, side);
            given("w", &w).and("x", &x).got(answers.clone()).expect_shape(&[343], "one answer for each neuron");
            answers
        });
        let gates = (0..16).map(|gate| [8, 4, 2, 1].map(|bit| if gate & bit == 0 { -1.0 } else { 1.0 }));
        let mut table = String::from("gate           −−  −+  +−  ++  neurons\n");
        for (gate, name) in gates.zip(NAMES) {
            let count = (0..343).filter(|&neuron| (0..4).all(|row| answers[row][neuron] == gate[row])).count();
            let [a, b, c, d] = gate;
            writeln!(table, "{name:<13} {a:>3} {b:>3} {c:>3} {d:>3}  {count:>7}").unwrap();
        }
        assert_snapshot!(table, @"
        gate           −−  −+  +−  ++  neurons
                       -1  -1  -1  -1       19
        AND            -1  -1  -1   1       15
                       -1  -1   1  -1       15
                       -1  -1   1   1       19
                       -1   1  -1  -1       15
                       -1   1  -1   1       19
        exclusive or   -1   1   1  -1        0
        OR             -1   1   1   1       15
        not OR          1  -1  -1  -1       15
        its negation    1  -1  -1   1        0
                        1  -1   1  -1       19
                        1  -1   1   1       15
                        1   1  -1  -1       19
                        1   1  -1   1       15
        not AND         1   1   1  -1       15
                        1   1   1   1       19
        ");
    });
}

const NAMES: [&str; 16] =
    ["", "AND", "", "", "", "", "exclusive or", "OR", "not OR", "its negation", "", "", "", "", "not AND", ""];
