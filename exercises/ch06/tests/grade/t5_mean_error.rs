//! # Task 5: the error of a batch, and its slope at the outputs
//!
//! Write `mean_error(objective, y_hat, y)` and `output_delta(objective, y_hat, y)` in `src/output.rs`. The first is the
//! number that training makes smaller: the loss. The second is where the way back begins: how fast it grows with each
//! output's pre-activation. The mean's 1/n is put in there, once, and is then in every gradient that follows.

use super::yours;
use ch06_mistakes::given::Objective;
use ch06_mistakes::naive;
use ch06_mistakes::t5_mean_error::{Functions, MEAN_ERROR, OUTPUT_DELTA};
use checks::{Given, Random, Task, given};
use ndarray::{Array2, array};
use std::f64::consts::LN_2;

const TASK: Task<Functions> = Task {
    title: "The error of a batch",
    functions: &["mean_error", "output_delta"],
    section: "The error of a batch, and its slope",
    yours: (yours::mean_error, yours::output_delta),
    diagnoses: &[&MEAN_ERROR, &OUTPUT_DELTA],
};

fn inputs(y_hat: &Array2<f64>, y: &Array2<f64>) -> Given {
    given("y_hat", y_hat).and("y", y)
}

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
    TASK.grade(1, |(mean_error, _)| {
        let (y_hat, y) = regression();
        inputs(&y_hat, &y).got(mean_error(Objective::Regression, &y_hat, &y)).expect(3.0);
    });
}

/// The cross-entropies are ln 2, 2 ln 2, 2 ln 2 and ln 2; their mean is 3/2 ln 2. The last line is another library's
/// word on a batch with two outputs: scikit-learn 1.9.1, `log_loss` of each column, added.
#[test]
fn a_batch_of_classification_by_hand() {
    TASK.grade(1, |(mean_error, _)| {
        let (y_hat, y) = classification();
        inputs(&y_hat, &y).got(mean_error(Objective::Classification, &y_hat, &y)).expect(1.5 * LN_2);
        let y_hat = array![[0.9, 0.2], [0.3, 0.6], [0.8, 0.95]];
        let y = array![[1.0, 0.0], [0.0, 1.0], [0.0, 1.0]];
        let error = mean_error(Objective::Classification, &y_hat, &y);
        inputs(&y_hat, &y).got(error).expect(0.952_245_280_499_470_1);
    });
}

/// Every sample and every output counts, whichever there are more of.
#[test]
fn every_shape_of_a_batch_is_counted_to_its_end() {
    TASK.grade(1, |(mean_error, output_delta)| {
        for (n, m) in [(1, 3), (2, 5), (3, 3), (5, 2), (4, 1), (1, 1)] {
            let mut random = Random::seeded(653 + m as u64);
            let (y_hat, y) = (random.matrix(n, m), random.matrix(n, m));
            let difference = &y_hat - &y;
            let error = difference.iter().map(|d| d * d).sum::<f64>() / n as f64;
            inputs(&y_hat, &y).got(mean_error(Objective::Regression, &y_hat, &y)).expect(error);
            let delta = output_delta(Objective::Regression, &y_hat, &y);
            inputs(&y_hat, &y).of("output_delta").got(delta).expect(2.0 * difference / n as f64);
        }
    });
}

/// 2(ŷ − y)/n with n = 4 halves each difference.
#[test]
fn a_slope_of_regression_by_hand() {
    TASK.grade(1, |(_, output_delta)| {
        let (y_hat, y) = regression();
        let delta = output_delta(Objective::Regression, &y_hat, &y);
        inputs(&y_hat, &y).of("output_delta").got(delta).expect(0.5 * (&y_hat - &y));
        let more = Array2::ones((y.nrows() + 1, y.ncols()));
        for y in [array![[2.0], [1.0], [0.0], [1.0]], array![[2.0, 1.0, 0.0]], array![[1.0]], more] {
            let call = || output_delta(Objective::Regression, &y_hat, &y);
            inputs(&y_hat, &y).of("output_delta").expect_panic("y_hat and y differ in shape", call);
        }
    });
}

/// (ŷ − y)/n: the sigmoid's ŷ(1 − ŷ) has cancelled.
#[test]
fn a_slope_of_classification_by_hand() {
    TASK.grade(1, |(_, output_delta)| {
        let (y_hat, y) = classification();
        let delta = output_delta(Objective::Classification, &y_hat, &y);
        inputs(&y_hat, &y).of("output_delta").got(delta).expect(array![[-0.125], [0.1875], [-0.1875], [0.125]]);
    });
}

/// The pre-activations are random; the tests measure the error as each of them moves.
#[test]
fn every_slope_agrees_with_the_measured_one() {
    TASK.grade(1, |(_, output_delta)| {
        for (seed, objective) in [(651, Objective::Regression), (652, Objective::Classification)] {
            let a2 = 3.0 * Random::seeded(seed).matrix(6, 2);
            let naive::Example { y, .. } = naive::example(seed, objective);
            let y_hat = match objective {
                Objective::Regression => a2.clone(),
                Objective::Classification => a2.mapv(naive::sigmoid),
            };
            given("a2", &a2)
                .and("y_hat", &y_hat)
                .and("y", &y)
                .of("output_delta")
                .got(output_delta(objective, &y_hat, &y))
                .expect_gradient_of(|a2| naive::error_at(objective, a2, &y), &a2);
        }
    });
}

/// A network that is sure and wrong gets the largest slope there is, 1/n, and a finite error: it can still learn.
#[test]
fn sure_and_wrong_is_still_finite() {
    TASK.grade(1, |(mean_error, output_delta)| {
        let (y_hat, y) = (array![[1.0], [0.0], [1.0], [0.0]], array![[0.0], [1.0], [1.0], [0.0]]);
        let delta = output_delta(Objective::Classification, &y_hat, &y);
        inputs(&y_hat, &y).of("output_delta").got(delta).expect(array![[0.25], [-0.25], [0.0], [0.0]]);
        inputs(&y_hat, &y).got(mean_error(Objective::Classification, &y_hat, &y)).expect(50.0);
    });
}
