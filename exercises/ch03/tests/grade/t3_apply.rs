//! # Task 3: whole arrays at once
//!
//! Write `apply(f, a)` in `src/elementwise.rs`. An activation function takes one number, a layer has many: one for each
//! sample and each neuron. Each is activated by itself, and does not see the others. `f` is an argument here, like any
//! other: the same line works for every activation, and for every derivative.

use ch03::apply;
use ch03::given::{identity, identity_derivative, sign, sign_derivative};
use ch03_mistakes::t3_apply::{APPLY, Apply};
use checks::{Random, Task, given};
use ndarray::{Array2, array};

const TASK: Task<Apply> = Task {
    title: "Whole arrays at once",
    functions: &["apply"],
    section: "Whole arrays at once",
    yours: apply,
    diagnoses: &[&APPLY],
};

/// The perceptron's sign, for three samples and two neurons.
#[test]
fn a_batch_by_hand() {
    TASK.grade(1, |apply| {
        let a = array![[2.0, -3.0], [0.0, 0.5], [-0.1, -7.0]];
        given("a", &a).got(apply(sign, &a)).expect(array![[1.0, -1.0], [0.0, 1.0], [-1.0, -1.0]]);
    });
}

/// Doubling and adding 1, so that doing it twice, or on whole rows, gives other numbers. A 0 becomes 1.
#[test]
fn each_entry_is_activated_once_and_by_itself() {
    TASK.grade(1, |apply| {
        let mut a = Random::seeded(331).matrix(3, 4);
        a[[1, 2]] = 0.0;
        let expected = Array2::from_shape_fn((3, 4), |(j, i)| 2.0 * a[[j, i]] + 1.0);
        given("a", &a).got(apply(|v| 2.0 * v + 1.0, &a)).expect(expected);
    });
}

/// A transposed array is often stored column by column. Its entries are where its indices say.
#[test]
fn every_shape_is_kept() {
    TASK.grade(1, |apply| {
        for shape in [(1, 5), (5, 1), (2, 3), (0, 3), (3, 3), (1, 1)] {
            let a = Array2::from_shape_fn(shape, |(j, i)| j as f64 - 2.5 * i as f64);
            let halves = Array2::from_shape_fn(shape, |(j, i)| 0.5 * j as f64 - 1.25 * i as f64);
            given("a", &a).got(apply(|v| 0.5 * v, &a)).expect(halves.clone());
            let a = a.t().to_owned();
            given("a", &a).got(apply(|v| 0.5 * v, &a)).expect(halves.t().to_owned());
        }
    });
}

/// The first two activations of the lecture. The identity keeps a batch as it is, and each slope is 1; each slope of
/// the sign is 0, so that no gradient would ever pass it.
#[test]
fn the_slopes_of_the_identity_are_ones_and_those_of_the_sign_are_zeros() {
    TASK.grade(1, |apply| {
        let a = 500.0 * Random::seeded(332).matrix(4, 3);
        given("a", &a).got(apply(identity, &a)).expect(a.clone());
        given("a", &a).got(apply(identity_derivative, &a)).expect(Array2::ones((4, 3)));
        given("a", &a).got(apply(sign_derivative, &a)).expect(Array2::zeros((4, 3)));
    });
}
