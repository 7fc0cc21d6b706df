//! # Task 7: checking a gradient
//!
//! Write `relative_error(a, n)` and `gradient_check(analytic, numeric)` in `src/slope.rs`. Whoever derives a gradient
//! on paper makes mistakes: a lost factor, a wrong sign. A measured gradient uncovers them. How far may the two be
//! apart? A difference of 0.01 is nothing between slopes of 10,000 and everything between slopes of 0.02, so it is
//! taken relative to their size.

use ch05::{gradient_check, relative_error};
use ch05_mistakes::t7_gradient_check::{Both, GRADIENT_CHECK, RELATIVE_ERROR};
use checks::{Random, Task, given};
use ndarray::{Array1, array};

const TASK: Task<Both> = Task {
    title: "The gradient check",
    functions: &["relative_error", "gradient_check"],
    section: "Checking a gradient",
    yours: (relative_error, gradient_check),
    diagnoses: &[&RELATIVE_ERROR, &GRADIENT_CHECK],
};

/// 2 and 6 are 4 apart; their sizes add up to 8.
#[test]
fn a_pair_of_slopes_by_hand() {
    TASK.grade(1, |(relative_error, _)| {
        given("a", &2.0).and("n", &6.0).got(relative_error(2.0, 6.0)).expect(0.5);
    });
}

/// 3 and −1: their difference is 4, and so is the sum of their sizes. A wrong sign is as wrong as can be.
#[test]
fn opposite_signs_are_as_wrong_as_can_be() {
    TASK.grade(1, |(relative_error, _)| {
        for (a, n) in [(3.0, -1.0), (-1.0, 3.0), (-0.02, 0.02), (500.0, 0.0)] {
            given("a", &a).and("n", &n).got(relative_error(a, n)).expect(1.0);
        }
    });
}

/// At the bottom of a valley the formula says 0 and the measurement 0, or nearly so: that is agreement. But what is not
/// 0 is not called so: below 1e-8, the error is the difference in units of that.
#[test]
fn slopes_of_about_zero_agree() {
    TASK.grade(1, |(relative_error, _)| {
        given("a", &0.0).and("n", &0.0).got(relative_error(0.0, 0.0)).expect(0.0);
        for (a, n, error) in
            [(0.0, 1e-9, 0.1), (-1e-9, 0.0, 0.1), (4e-10, 1e-10, 0.03), (1e-13, 0.0, 1e-5), (3e-8, 1e-8, 0.5)]
        {
            given("a", &a).and("n", &n).got(relative_error(a, n)).within(0.0, 1e-9).expect(error);
        }
    });
}

/// The entries' errors are 0, 1/4, 1/2, and 4/5 at each place in turn. One wrong slope is enough to spoil a descent, so
/// the largest counts, wherever it stands, even if the slopes there are small.
#[test]
fn the_worst_entry_counts() {
    TASK.grade(1, |(_, gradient_check)| {
        for place in [1, 0, 2, 3] {
            let (mut analytic, mut numeric) = (vec![7.0, -3.0, 2.0], vec![7.0, -5.0, 6.0]);
            analytic.insert(place, 0.1);
            numeric.insert(place, 0.9);
            let (analytic, numeric) = (Array1::from(analytic), Array1::from(numeric));
            let described = given("analytic", &analytic).and("numeric", &numeric).of("gradient_check");
            described.got(gradient_check(&analytic, &numeric)).expect(0.8);
        }
        for (analytic, numeric) in [(array![1.0, 2.0], array![1.0]), (array![1.0], array![1.0, 1.0])] {
            let described = given("analytic", &analytic).and("numeric", &numeric).of("gradient_check");
            described.expect_panic("the gradients differ in length", || gradient_check(&analytic, &numeric));
        }
    });
}

/// What the usual mistakes look like: a lost factor of 2 shows as 1/3, a sum over 9 samples in place of their mean as
/// 8/10, and a wrong sign as 1; whether the gradient is long or short, and has one entry or more. What differs by
/// rounding only is nearly 0, and said to be that.
#[test]
fn the_factor_that_was_lost_is_seen_in_every_size_of_gradient() {
    TASK.grade(1, |(relative_error, gradient_check)| {
        let mut random = Random::seeded(53);
        let tiny = 2.0_f64.powi(-30);
        let factors = [(1.0, 0.0), (2.0, 1.0 / 3.0), (0.5, 1.0 / 3.0), (9.0, 0.8), (-1.0, 1.0)];
        for (factor, error) in factors.into_iter().chain([(1.0 + tiny, tiny / (2.0 + tiny))]) {
            for (size, k) in [(1e-3, 6), (1.0, 6), (1e6, 6), (1.0, 1)] {
                let numeric = size * random.vector(k);
                let analytic = factor * &numeric;
                let (a, n) = (analytic[0], numeric[0]);
                given("a", &a).and("n", &n).got(relative_error(a, n)).within(0.0, 1e-4).expect(error);
                let described = given("analytic", &analytic).and("numeric", &numeric).of("gradient_check");
                described.got(gradient_check(&analytic, &numeric)).within(0.0, 1e-4).expect(error);
            }
        }
    });
}

/// Every comparison with NaN is false, and `max` prefers a number to NaN: a gradient that holds one passes unnoticed,
/// unless the check looks for it. Two infinities are equal, and yet no slopes that agree.
#[test]
fn what_is_not_a_number_does_not_pass() {
    TASK.grade(1, |(relative_error, gradient_check)| {
        for wrong in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            for (a, n) in [(wrong, 2.0), (2.0, wrong), (wrong, wrong)] {
                given("a", &a).and("n", &n).got(relative_error(a, n)).expect(1.0);
            }
            for place in 0..3 {
                let numeric = array![1.0, 2.0, 3.0];
                let mut analytic = numeric.clone();
                analytic[place] = wrong;
                let described = given("analytic", &analytic).and("numeric", &numeric).of("gradient_check");
                described.got(gradient_check(&analytic, &numeric)).expect(1.0);
            }
        }
    });
}
