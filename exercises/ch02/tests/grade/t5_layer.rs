//! # Task 5: several neurons side by side
//!
//! Write `layer(w, x, f)` in `src/neuron.rs`: a single-layer network. Several neurons look at the same sample, each
//! with its own weights, which stand in one row of the matrix `W`. The answers of all of them are `ŷ = f(Wx)`.

use ch02::layer;
use checks::{Random, Task, assert_snapshot, given};
use ndarray::{Array1, Array2, array};
use std::fmt::Write;

const TASK: Task =
    Task { title: "A single-layer network", functions: &["layer"], section: "Several neurons: a single-layer network" };

const NOT_ACTIVATED: &str = "the activation is not applied: these are the pre-activations Wx";
const TWICE: &str = "the activation is applied twice: the answers are f(Wx), once";
const FEATURES: &str = "the activation is applied to the features: multiply first, then apply f to each entry of Wx";
const WEIGHTS: &str = "the activation is applied to the weights: multiply first, then apply f to each entry of Wx";
const TERMS: &str = "the activation is applied to each product: add up first, then apply f to each sum";
const FIRST: &str = "the first feature is left out: each neuron's first weight counts, too";

/// The logistic function, made here so that this task needs no other.
fn logistic(a: f64) -> f64 {
    1.0 / (1.0 + (-a).exp())
}

/// −1, 0 or 1, made here so that this task needs no other.
fn side(a: f64) -> f64 {
    f64::from(i8::from(a > 0.0) - i8::from(a < 0.0))
}

/// The rows give 1·1 + 2·2 = 5, 3·1 − 1·2 = 1 and 0·1 + 2·2 = 4; f(a) = a² makes them 25, 1 and 16.
#[test]
fn three_neurons_by_hand() {
    TASK.grade(2, || {
        let (w, x) = (array![[1.0, 2.0], [3.0, -1.0], [0.0, 2.0]], array![1.0, 2.0]);
        given("w", &w)
            .and("x", &x)
            .got(layer(&w, &x, |a| a * a))
            .mistake(array![5.0, 1.0, 4.0], NOT_ACTIVATED)
            .mistake(array![625.0, 1.0, 256.0], TWICE)
            .mistake(array![9.0, -1.0, 8.0], FEATURES)
            .mistake(array![9.0, 11.0, 8.0], WEIGHTS)
            .mistake(array![17.0, 13.0, 16.0], TERMS)
            .mistake(array![16.0, 1.0, 16.0], FIRST)
            .expect(array![25.0, 1.0, 16.0]);
    });
}

/// The rows give 1·1 + 2·3 = 7 and 3·1 + 4·3 = 15; f(a) = a² makes them 49 and 225. With as many neurons as features
/// both `Wx` and `Wᵀx` can be computed; only in one of them a neuron is a row.
#[test]
fn a_neuron_is_a_row_and_not_a_column() {
    TASK.grade(1, || {
        let (w, x) = (array![[1.0, 2.0], [3.0, 4.0]], array![1.0, 3.0]);
        given("w", &w)
            .and("x", &x)
            .got(layer(&w, &x, |a| a * a))
            .mistake(
                array![100.0, 196.0],
                "this is f(Wᵀx): each row of W is a neuron, so the product is Wx, without the transpose",
            )
            .mistake(array![7.0, 15.0], NOT_ACTIVATED)
            .mistake(array![2401.0, 50_625.0], TWICE)
            .mistake(array![19.0, 39.0], FEATURES)
            .mistake(array![13.0, 57.0], WEIGHTS)
            .mistake(array![37.0, 153.0], TERMS)
            .mistake(array![36.0, 144.0], FIRST)
            .expect(array![49.0, 225.0]);
    });
}

#[test]
fn each_answer_is_that_of_one_neuron() {
    TASK.grade(1, || {
        let mut random = Random::seeded(25);
        let (w, x) = (random.matrix(6, 3), random.vector(3));
        let neuron = |row: usize| logistic((0..3).map(|i| w[[row, i]] * x[i]).sum());
        let expected: Array1<f64> = (0..6).map(neuron).collect();
        given("w", &w).and("x", &x).got(layer(&w, &x, logistic)).expect(expected);
    });
}

/// Every neuron with bias and weights from −3, −2, …, 3 is asked about the four rows of a truth table: 343 neurons in
/// one layer. Some are undecided somewhere. The others compute 14 of the 16 truth tables that two inputs can have, and
/// none computes the two that are missing: *exclusive or* (true if exactly one input is true) and its negation. The
/// pre-activations of the first and the last row always have the same sum as those of the other two, 2w₀: they cannot
/// both be positive and both be negative.
#[test]
fn of_many_neurons_none_does_exclusive_or() {
    TASK.grade(2, || {
        let w = Array2::from_shape_fn((343, 3), |(neuron, i)| (neuron / 7_usize.pow(i as u32) % 7) as f64 - 3.0);
        let inputs = [array![1.0, -1.0, -1.0], array![1.0, -1.0, 1.0], array![1.0, 1.0, -1.0], array![1.0, 1.0, 1.0]];
        let answers = inputs.map(|x| {
            let check = given("w", &w).and("x", &x);
            let answers = layer(&w, &x, side);
            check.got(answers.clone()).expect_that("holds one answer for each neuron", |answers| answers.len() == 343);
            answers
        });
        let names = [(1, "AND"), (6, "exclusive or"), (7, "OR"), (8, "not OR"), (9, "its negation"), (14, "not AND")];
        let mut table = String::from("gate           −−  −+  +−  ++  neurons\n");
        for gate in 0..16 {
            let wanted = [8, 4, 2, 1].map(|bit| if gate & bit == 0 { -1.0 } else { 1.0 });
            let fits = |neuron: &usize| (0..4).all(|row| answers[row][*neuron] == wanted[row]);
            let count = (0..343).filter(fits).count();
            let name = names.iter().find(|(number, _)| *number == gate).map_or("", |(_, name)| name);
            let [a, b, c, d] = wanted;
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
