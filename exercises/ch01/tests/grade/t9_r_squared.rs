//! # Task 9: how good is the fit?
//!
//! Write `r_squared(y_hat, y)` in `src/fit.rs`: the share of the variation in the answers that the model explains. The
//! mean squared error has the unit of the answers, squared; R² has none, so fits of different data can be compared.

use ch01::r_squared;
use ch01_mistakes::t9_r_squared::{R_SQUARED, RSquared};
use checks::{Random, Task, given};
use datasets::{Hubble, anscombe, hubble};
use ndarray::array;

const TASK: Task<RSquared> = Task {
    title: "The coefficient of determination",
    functions: &["r_squared"],
    section: "How good is the fit?",
    yours: r_squared,
    diagnoses: &[&R_SQUARED],
};

/// ȳ = 4; unexplained are 1 + 0 + 4 = 5 of a total of 9 + 0 + 9 = 18. R² = 1 − 5/18.
#[test]
fn a_batch_by_hand() {
    TASK.grade(2, |r_squared| {
        let (y_hat, y) = (array![2.0, 4.0, 9.0], array![1.0, 4.0, 7.0]);
        given("y_hat", &y_hat).and("y", &y).got(r_squared(&y_hat, &y)).expect(13.0 / 18.0);
    });
}

#[test]
fn a_perfect_fit_explains_everything() {
    TASK.grade(1, |r_squared| {
        let y = Random::seeded(19).vector(8);
        given("y_hat", &y).and("y", &y).got(r_squared(&y, &y)).expect(1.0);
    });
}

#[test]
fn always_answering_the_mean_explains_nothing() {
    TASK.grade(1, |r_squared| {
        let (y_hat, y) = (array![2.0, 2.0, 2.0], array![1.0, 2.0, 3.0]);
        given("y_hat", &y_hat).and("y", &y).got(r_squared(&y_hat, &y)).expect(0.0);
    });
}

/// A model can be worse than the mean. R² is then negative, whatever its name suggests, and there is no least one.
#[test]
fn a_model_can_explain_less_than_nothing() {
    TASK.grade(1, |r_squared| {
        let y = array![1.0, 2.0, 3.0];
        for (y_hat, share) in [(array![3.0, 2.0, 1.0], -3.0), (array![101.0, 2.0, -97.0], -9999.0)] {
            given("y_hat", &y_hat).and("y", &y).got(r_squared(&y_hat, &y)).expect(share);
        }
    });
}

/// R² has no unit: it is the same in kilometres and in millimetres, and wherever one starts to count.
#[test]
fn the_unit_and_the_zero_of_the_answers_do_not_matter() {
    TASK.grade(1, |r_squared| {
        for (size, zero) in [(1e-30, 0.0), (1e30, 0.0), (1.0, 100.0)] {
            let y_hat = array![2.0, 4.0, 9.0] * size + zero;
            let y = array![1.0, 4.0, 7.0] * size + zero;
            given("y_hat", &y_hat).and("y", &y).got(r_squared(&y_hat, &y)).expect(13.0 / 18.0);
        }
    });
}

/// Anscombe's line 3 + 0.5 x explains two thirds of the variation in each of his four sets: he published R² = 0.667.
#[test]
fn anscombes_line_explains_two_thirds_in_each_picture() {
    TASK.grade(1, |r_squared| {
        for (x, y) in anscombe() {
            let y_hat = x.mapv(|x| 3.0 + 0.5 * x);
            given("y_hat", &y_hat).and("y", &y).got(r_squared(&y_hat, &y)).within(0.002, 0.0).expect(0.667);
        }
    });
}

/// Distance explains about three fifths of how the velocities of Hubble's nebulae vary; the rest is their own motion,
/// and error.
#[test]
fn distance_explains_three_fifths_of_hubbles_velocities() {
    TASK.grade(1, |r_squared| {
        let Hubble { distance, velocity, .. } = hubble();
        let y_hat = distance.mapv(|r| 454.16 * r - 40.78);
        given("y_hat", &y_hat).and("y", &velocity).got(r_squared(&y_hat, &velocity)).within(0.001, 0.0).expect(0.624);
    });
}

/// Always answering 3 where the mean is 2: unexplained are 4 + 1 + 0 of a total of 1 + 0 + 1. Without the answer in
/// the middle, they are 4 + 0 of 1 + 1.
#[test]
fn always_answering_another_number_is_worse_than_the_mean() {
    TASK.grade(1, |r_squared| {
        for (y, share) in [(array![1.0, 2.0, 3.0], -1.5), (array![1.0, 3.0], -1.0)] {
            let y_hat = y.mapv(|_| 3.0);
            given("y_hat", &y_hat).and("y", &y).got(r_squared(&y_hat, &y)).expect(share);
        }
    });
}
