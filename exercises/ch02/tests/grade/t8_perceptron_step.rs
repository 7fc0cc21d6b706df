//! # Task 8: Rosenblatt's rule
//!
//! Write `perceptron_step(w, x, y)` in `src/perceptron.rs`: what a perceptron learns from one sample. If its answer is
//! right, nothing. If not, it moves its weights by `y x`, so that the pre-activation for this sample moves towards its
//! label. Frank Rosenblatt published the rule in 1958; it needs neither an error function nor a derivative.

use ch02::perceptron_step;
use ch02_mistakes::t8_perceptron_step::{PERCEPTRON_STEP, PerceptronStep};
use checks::{Random, Task, given};
use ndarray::array;

const TASK: Task<PerceptronStep> = Task {
    title: "Rosenblatt's rule",
    functions: &["perceptron_step"],
    section: "Learning from one mistake: Rosenblatt's rule",
    yours: perceptron_step,
    diagnoses: &[&PERCEPTRON_STEP],
};

/// a = −1 − 2 + 1 = −2: the answer is −1, the label 1. The weights move by x.
#[test]
fn a_mistake_moves_the_weights_towards_the_sample() {
    TASK.grade(1, |step| {
        let (w, x) = (array![-1.0, 2.0, 0.5], array![1.0, -1.0, 2.0]);
        given("w", &w).and("x", &x).and("y", &1.0).got(step(&w, &x, 1.0)).expect(array![0.0, 1.0, 2.5]);
    });
}

/// a = 1 + 2 = 3, the label is −1: the weights move by −x.
#[test]
fn a_sample_with_the_label_minus_one_pushes_them_away() {
    TASK.grade(1, |step| {
        let (w, x) = (array![1.0, 1.0], array![1.0, 2.0]);
        given("w", &w).and("x", &x).and("y", &-1.0).got(step(&w, &x, -1.0)).expect(array![0.0, -1.0]);
    });
}

/// a = −1 + 2 = 1 with the label 1, and a = −1 − 4 = −5 with the label −1: both answers are right.
#[test]
fn a_right_answer_changes_nothing() {
    TASK.grade(1, |step| {
        let w = array![-1.0, 2.0];
        for (x, y) in [(array![1.0, 1.0], 1.0), (array![1.0, -2.0], -1.0)] {
            given("w", &w).and("x", &x).and("y", &y).got(step(&w, &x, y)).expect(w.clone());
        }
    });
}

/// f(0) = 0 is neither of the two labels. Training starts with weights 0, so without this nothing is ever learned.
#[test]
fn an_undecided_neuron_has_made_a_mistake() {
    TASK.grade(1, |step| {
        for w in [array![0.0, 0.0], array![3.0, -1.0]] {
            let x = array![1.0, 3.0];
            for y in [-1.0, 1.0] {
                given("w", &w).and("x", &x).and("y", &y).got(step(&w, &x, y)).expect(&w + y * &x);
            }
        }
    });
}

/// a = 0.3 with the label 1 is right, and so is a = 0.1. A threshold at 0.5 would call it a mistake. However near to 0
/// the pre-activation is, its side decides.
#[test]
fn a_small_pre_activation_on_the_right_side_is_right() {
    TASK.grade(1, |step| {
        let x = array![1.0, 1.0];
        for w in [array![-0.2, 0.5], array![-0.4, 0.5], array![1e-12, 0.0], array![0.0, 1e-200]] {
            given("w", &w).and("x", &x).and("y", &1.0).got(step(&w, &x, 1.0)).expect(w.clone());
            given("w", &w).and("x", &x).and("y", &-1.0).got(step(&w, &x, -1.0)).expect(&w - &x);
        }
    });
}

/// The features alone would say 2 − 3 = −1 in both cases; with the bias it is −1 + 4 = 3, and −1 + 1 = 0.
#[test]
fn the_bias_is_part_of_the_answer() {
    TASK.grade(1, |step| {
        let x = array![1.0, 2.0, -1.0];
        for (bias, y, moved) in [(4.0, 1.0, 0.0), (4.0, -1.0, -1.0), (1.0, -1.0, -1.0), (1.0, 1.0, 1.0)] {
            let w = array![bias, 1.0, 3.0];
            given("w", &w).and("x", &x).and("y", &y).got(step(&w, &x, y)).expect(&w + moved * &x);
        }
    });
}

/// y · a grows by y · (y x)ᵀx = ‖x‖², since y² = 1. The next answer to the same sample is nearer to its label, though
/// not always right at once.
#[test]
fn a_step_brings_the_answer_nearer_to_the_label() {
    TASK.grade(1, |step| {
        for seed in 0..5 {
            let mut random = Random::seeded(280 + seed);
            let (w, x) = (random.vector(4), random.vector(4));
            let (a, square) = ((&w * &x).sum(), (&x * &x).sum());
            let y = -a.signum();
            let check = given("w", &w).and("x", &x).and("y", &y).got(step(&w, &x, y));
            check.expect_that("raises y · wᵀx by ‖x‖²", |after| {
                (y * (after * &x).sum() - y * a - square).abs() < 1e-12
            });
        }
    });
}

/// One step is one step: the weights move by y x, however far from right the answer is, and however many there are.
#[test]
fn a_step_is_as_long_as_the_sample() {
    TASK.grade(1, |step| {
        let mut random = Random::seeded(48);
        for k in [1, 2, 3, 20] {
            let (w, x) = (10.0 * random.vector(k), random.vector(k));
            let y = -(&w * &x).sum().signum();
            given("w", &w).and("x", &x).and("y", &y).got(step(&w, &x, y)).expect(&w + y * &x);
            given("w", &w).and("x", &x).and("y", &-y).got(step(&w, &x, -y)).expect(w);
        }
    });
}

#[test]
fn there_are_as_many_weights_as_features() {
    TASK.grade(1, |step| {
        let (w, x) = (array![2.0, -1.0], array![1.0, 5.0]);
        given("w", &w).and("x", &x).and("y", &1.0).got(step(&w, &x, 1.0)).expect(array![3.0, 4.0]);
        for (w, x) in [(array![2.0], x.clone()), (w, array![-1.0]), (array![3.0, 1.0, 2.0], x)] {
            let check = given("w", &w).and("x", &x).and("y", &1.0);
            check.expect_panic("w and x differ in length", || step(&w, &x, 1.0));
        }
    });
}
