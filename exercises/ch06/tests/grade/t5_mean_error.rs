//! # Task 5: the error of a batch, and its slope at the outputs
//!
//! Write `mean_error(goal, y_hat, y)` and `output_delta(goal, y_hat, y)` in `src/output.rs`. The first is the number
//! that training makes smaller: the loss. The second is where the way back begins: how fast it grows with each output's
//! pre-activation. The mean's 1/n is put in there, once, and is then in every slope that follows.

use super::plain;
use ch06::given::Goal;
use ch06::{mean_error, output_delta};
use checks::{Random, Task, given};
use ndarray::{Array2, array};
use std::f64::consts::LN_2;

const TASK: Task = Task {
    title: "The error of a batch",
    functions: &["mean_error", "output_delta"],
    section: "The error of a batch, and its slope",
};

/// Four samples with three outputs each. The differences are whole numbers, and their squares add up to 12.
fn regression() -> (Array2<f64>, Array2<f64>) {
    let y = array![[2.0, 1.0, 0.0], [1.0, 5.0, 2.0], [-1.0, 0.0, 3.0], [2.0, 2.0, 0.0]];
    let differences = array![[-1.0, 2.0, 0.0], [0.0, 0.0, 1.0], [2.0, 0.0, 0.0], [0.0, -1.0, 1.0]];
    (&y + &differences, y)
}

/// Four samples with one output each: the probabilities of what was observed are 1/2, 1/4, 1/4, 1/2.
fn classification() -> (Array2<f64>, Array2<f64>) {
    (array![[0.5], [0.75], [0.25], [0.5]], array![[1.0], [0.0], [1.0], [0.0]])
}

/// 12 over 4 samples is 3.
#[test]
fn a_batch_of_regression_by_hand() {
    TASK.grade(1, || {
        let (y_hat, y) = regression();
        given("y_hat", &y_hat)
            .and("y", &y)
            .got(mean_error(Goal::Regression, &y_hat, &y))
            .mistake(12.0, "the errors are summed, not averaged: divide by n, the number of rows")
            .mistake(1.0, "divided by n · m, the number of entries: divide by n, the number of samples")
            .mistake(4.0, "divided by m, the number of outputs: divide by n, the number of samples")
            .expect(3.0);
    });
}

/// The cross-entropies are ln 2, 2 ln 2, 2 ln 2 and ln 2; their mean is 3/2 ln 2. The last line is another library's
/// word on a batch with two outputs: scikit-learn 1.9.1, `log_loss` of each column, added.
#[test]
fn a_batch_of_classification_by_hand() {
    TASK.grade(1, || {
        let (y_hat, y) = classification();
        given("y_hat", &y_hat)
            .and("y", &y)
            .got(mean_error(Goal::Classification, &y_hat, &y))
            .mistake(
                (0.25 + 0.5625 + 0.5625 + 0.25) / 4.0,
                "the squared error is averaged: classification takes the cross-entropy",
            )
            .mistake(
                62.5,
                "the arguments of `cross_entropy` are swapped: the prediction ŷ comes first, the answer y second",
            )
            .mistake(6.0 * LN_2, "the errors are summed, not averaged: divide by n, the number of rows")
            .expect(1.5 * LN_2);
        let y_hat = array![[0.9, 0.2], [0.3, 0.6], [0.8, 0.95]];
        let y = array![[1.0, 0.0], [0.0, 1.0], [0.0, 1.0]];
        given("y_hat", &y_hat)
            .and("y", &y)
            .got(mean_error(Goal::Classification, &y_hat, &y))
            .mistake(
                0.952_245_280_499_470_1 / 2.0,
                "divided by n · m, the number of entries: divide by n, the number of samples",
            )
            .mistake(
                0.952_245_280_499_470_1 * 3.0 / 2.0,
                "divided by m, the number of outputs: divide by n, the number of samples",
            )
            .expect(0.952_245_280_499_470_1);
    });
}

/// 2(ŷ − y)/n with n = 4 halves each difference.
#[test]
fn a_slope_of_regression_by_hand() {
    TASK.grade(1, || {
        let (y_hat, y) = regression();
        let differences = &y_hat - &y;
        given("y_hat", &y_hat)
            .and("y", &y)
            .of("output_delta")
            .got(output_delta(Goal::Regression, &y_hat, &y))
            .mistake(2.0 * &differences, "the slopes are not averaged: divide by n, the number of samples")
            .mistake(differences.clone(), "this is ŷ − y alone: regression has a factor 2, and the mean divides by n")
            .mistake(
                &differences / 4.0,
                "the factor 2 is lost: in regression the derivative of the square brings a 2 with it",
            )
            .mistake(&differences / 6.0, "divided by n · m, the number of entries: divide by n, the number of samples")
            .mistake(
                &differences * 2.0 / 3.0,
                "divided by m, the number of outputs: divide by n, the number of samples",
            )
            .mistake(
                &differences * -0.5,
                "the sign is the other way round: the slope is predicted minus observed, ŷ − y",
            )
            .expect(0.5 * differences);
    });
}

/// (ŷ − y)/n: the sigmoid's ŷ(1 − ŷ) has cancelled.
#[test]
fn a_slope_of_classification_by_hand() {
    TASK.grade(1, || {
        let (y_hat, y) = classification();
        let differences = &y_hat - &y;
        let slope = y_hat.mapv(|p| p * (1.0 - p));
        given("y_hat", &y_hat)
            .and("y", &y)
            .of("output_delta")
            .got(output_delta(Goal::Classification, &y_hat, &y))
            .mistake(differences.clone(), "the slopes are not averaged: divide by n, the number of samples")
            .mistake(
                &differences * &slope / 4.0,
                "multiplied by the sigmoid's ŷ(1 − ŷ), which has cancelled already: (ŷ − y)/n is left",
            )
            .mistake(
                2.0 * &differences * &slope / 4.0,
                "this is the slope of the squared error after a sigmoid: classification takes the cross-entropy",
            )
            .mistake(
                &differences / &slope / 4.0,
                "this is the slope for ŷ: one step further back, for the pre-activation, it is multiplied by ŷ(1 − ŷ)",
            )
            .mistake(
                &differences / 2.0,
                "the factor 2 belongs to the squared error of regression: the cross-entropy has none",
            )
            .expect(array![[-0.125], [0.1875], [-0.1875], [0.125]]);
    });
}

/// The pre-activations are random; the tests measure the error as each of them moves.
#[test]
fn every_slope_agrees_with_the_measured_one() {
    TASK.grade(1, || {
        for (seed, goal) in [(651, Goal::Regression), (652, Goal::Classification)] {
            let a2 = 3.0 * Random::seeded(seed).matrix(6, 2);
            let plain::Example { y, .. } = plain::example(seed, goal);
            let y_hat = match goal {
                Goal::Regression => a2.clone(),
                Goal::Classification => a2.mapv(|a| 1.0 / (1.0 + (-a).exp())),
            };
            given("a2", &a2)
                .and("y_hat", &y_hat)
                .and("y", &y)
                .of("output_delta")
                .got(output_delta(goal, &y_hat, &y))
                .expect_gradient_of(|a2| plain::error_at(goal, a2, &y), &a2);
        }
    });
}

/// A network that is sure and wrong gets the largest slope there is, 1/n, and a finite error: it can still learn.
#[test]
fn sure_and_wrong_is_still_finite() {
    TASK.grade(1, || {
        let (y_hat, y) = (array![[1.0], [0.0], [1.0], [0.0]], array![[0.0], [1.0], [1.0], [0.0]]);
        given("y_hat", &y_hat)
            .and("y", &y)
            .of("output_delta")
            .got(output_delta(Goal::Classification, &y_hat, &y))
            .mistake(
                Array2::zeros((4, 1)),
                "at ŷ = 0 or 1 the two factors no longer cancel, and one of them is 0: write (ŷ − y)/n",
            )
            .mistake(
                array![[f64::NAN], [f64::NAN], [f64::NAN], [f64::NAN]],
                "at ŷ = 0 or 1 the two factors no longer cancel, but give 0/0 or 0 · ∞: write (ŷ − y)/n",
            )
            .expect(array![[0.25], [-0.25], [0.0], [0.0]]);
        given("y_hat", &y_hat).and("y", &y).got(mean_error(Goal::Classification, &y_hat, &y)).expect(50.0);
    });
}
