//! # Task 8: Rosenblatt's rule
//!
//! Write `perceptron_step(w, x, y)` in `src/perceptron.rs`: what a perceptron learns from one sample. If its answer is
//! right, nothing. If not, it moves its weights by `y x`, so that the pre-activation for this sample moves towards its
//! label. Frank Rosenblatt published the rule in 1958; it needs neither an error function nor a derivative.

use ch02::perceptron_step;
use checks::{Random, Task, given};
use ndarray::array;

const TASK: Task = Task {
    title: "Rosenblatt's rule",
    functions: &["perceptron_step"],
    section: "Learning from one mistake: Rosenblatt's rule",
};

const SIGN: &str = "the step goes the wrong way: a mistake moves the weights towards y x, so add it";
const LABEL: &str =
    "the step goes the wrong way: it is y x, which points away from x if the label is −1. Is the label y missing?";
const TWICE: &str = "the weights moved by (y − ŷ) x, twice the step: Rosenblatt's rule moves them by y x";
const HALF: &str = "at a = 0 this is only half a step: (y − ŷ)/2 is y/2 there, and the rule moves by y x";
const LINEAR: &str =
    "the weights moved by (y − a) x, another rule: what counts here is only whether the answer is right";
const NOT_MOVED: &str = "the answer is wrong, and the weights have not moved: a mistake moves them by y x";

/// a = −1 − 2 + 1 = −2: the answer is −1, the label 1. The weights move by x.
#[test]
fn a_mistake_moves_the_weights_towards_the_sample() {
    TASK.grade(1, || {
        let (w, x) = (array![-1.0, 2.0, 0.5], array![1.0, -1.0, 2.0]);
        given("w", &w)
            .and("x", &x)
            .and("y", &1.0)
            .got(perceptron_step(&w, &x, 1.0))
            .mistake(array![-2.0, 3.0, -1.5], SIGN)
            .mistake(array![1.0, 0.0, 4.5], TWICE)
            .mistake(array![2.0, -1.0, 6.5], LINEAR)
            .mistake(w.clone(), NOT_MOVED)
            .mistake(x.clone(), "this is the step alone: add it to the weights")
            .expect(array![0.0, 1.0, 2.5]);
    });
}

/// a = 1 + 2 = 3, the label is −1: the weights move by −x.
#[test]
fn a_sample_with_the_label_minus_one_pushes_them_away() {
    TASK.grade(1, || {
        let (w, x) = (array![1.0, 1.0], array![1.0, 2.0]);
        given("w", &w)
            .and("x", &x)
            .and("y", &-1.0)
            .got(perceptron_step(&w, &x, -1.0))
            .mistake(array![2.0, 3.0], LABEL)
            .mistake(array![-1.0, -3.0], TWICE)
            .mistake(array![-3.0, -7.0], LINEAR)
            .mistake(w.clone(), NOT_MOVED)
            .expect(array![0.0, -1.0]);
    });
}

/// a = −1 + 2 = 1 with the label 1, and a = −1 − 4 = −5 with the label −1: both answers are right.
#[test]
fn a_right_answer_changes_nothing() {
    TASK.grade(1, || {
        let w = array![-1.0, 2.0];
        let x = array![1.0, 1.0];
        given("w", &w)
            .and("x", &x)
            .and("y", &1.0)
            .got(perceptron_step(&w, &x, 1.0))
            .mistake(array![0.0, 3.0], "the answer was right, and the weights moved: only a mistake moves them")
            .mistake(array![-2.0, 1.0], "the answer was right, and the weights moved: only a mistake moves them")
            .expect(w.clone());
        let x = array![1.0, -2.0];
        given("w", &w)
            .and("x", &x)
            .and("y", &-1.0)
            .got(perceptron_step(&w, &x, -1.0))
            .mistake(
                array![-2.0, 4.0],
                "a negative a is right for the label −1: are answers coded 0 and 1 compared with it?",
            )
            .mistake(array![0.0, 0.0], "the answer was right, and the weights moved: only a mistake moves them")
            .expect(w.clone());
    });
}

/// f(0) = 0 is neither of the two labels. Training starts with weights 0, so without this nothing is ever learned.
#[test]
fn an_undecided_neuron_has_made_a_mistake() {
    TASK.grade(1, || {
        let (w, x) = (array![0.0, 0.0], array![1.0, 3.0]);
        let message = "at a = 0 the neuron is undecided, and that is a mistake, too: update unless y · a > 0";
        for y in [-1.0, 1.0] {
            given("w", &w)
                .and("x", &x)
                .and("y", &y)
                .got(perceptron_step(&w, &x, y))
                .mistake(w.clone(), message)
                .mistake(-y * &x, if y < 0.0 { LABEL } else { SIGN })
                .mistake(2.0 * y * &x, TWICE)
                .mistake(0.5 * y * &x, HALF)
                .expect(y * &x);
        }
        let (w, x) = (array![1.0, -1.0], array![1.0, 1.0]);
        given("w", &w)
            .and("x", &x)
            .and("y", &1.0)
            .got(perceptron_step(&w, &x, 1.0))
            .mistake(w.clone(), message)
            .mistake(array![1.5, -0.5], HALF)
            .expect(array![2.0, 0.0]);
    });
}

/// a = 0.3 with the label 1 is right, and so is a = 0.1. A threshold at 0.5 would call it a mistake.
#[test]
fn a_small_pre_activation_on_the_right_side_is_right() {
    TASK.grade(1, || {
        for bias in [-0.2, -0.4] {
            let (w, x) = (array![bias, 0.5], array![1.0, 1.0]);
            given("w", &w)
                .and("x", &x)
                .and("y", &1.0)
                .got(perceptron_step(&w, &x, 1.0))
                .mistake(
                    &w + &x,
                    "the answer was right, and the weights moved: a pre-activation is cut at 0, not at 0.5 or 1",
                )
                .expect(w.clone());
        }
    });
}

/// y · a grows by y · (y x)ᵀx = ‖x‖², since y² = 1. The next answer to the same sample is nearer to its label, though
/// not always right at once.
#[test]
fn a_step_brings_the_answer_nearer_to_the_label() {
    TASK.grade(1, || {
        for seed in 0..5 {
            let mut random = Random::seeded(280 + seed);
            let (w, x) = (random.vector(4), random.vector(4));
            let a: f64 = w.iter().zip(&x).map(|(w, x)| w * x).sum();
            let y = -a.signum();
            let square: f64 = x.iter().map(|x| x * x).sum();
            given("w", &w)
                .and("x", &x)
                .and("y", &y)
                .got(perceptron_step(&w, &x, y))
                .mistake(&w - y * &x, if y < 0.0 { LABEL } else { SIGN })
                .mistake(&w + 2.0 * y * &x, TWICE)
                .mistake(&w + (y - a) * &x, LINEAR)
                .mistake(w.clone(), NOT_MOVED)
                .expect_that("raises y · wᵀx by ‖x‖²", |after| {
                    let raised: f64 = after.iter().zip(&x).map(|(after, x)| y * after * x).sum();
                    (raised - y * a - square).abs() < 1e-12
                });
        }
    });
}
