//! # Task 3: checking a gradient
//!
//! Write `relative_error(a, n)` and `gradient_check(analytic, numeric)` in `src/slope.rs`. Whoever derives a gradient
//! on paper makes mistakes: a lost factor, a wrong sign. A measured gradient uncovers them. How far may the two be
//! apart? A difference of 0.01 is nothing between slopes of 10,000 and everything between slopes of 0.02, so it is
//! taken relative to their size.

use ch05::{gradient_check, relative_error};
use checks::{Random, Task, given};
use ndarray::{Array1, array};

const TASK: Task = Task {
    title: "The gradient check",
    functions: &["relative_error", "gradient_check"],
    section: "Checking a gradient",
};

/// 2 and 6 are 4 apart; their sizes add up to 8.
#[test]
fn a_pair_of_slopes_by_hand() {
    TASK.grade(1, || {
        given("a", &2.0)
            .and("n", &6.0)
            .got(relative_error(2.0, 6.0))
            .mistake(4.0, "this is the absolute error: divide by |a| + |n|")
            .mistake(4.0 / 6.0, "relative to one of the two only: divide by |a| + |n|")
            .mistake(-0.5, "an error has no sign: use |a − n|")
            .mistake(2.0, "relative to one of the two only: divide by |a| + |n|")
            .mistake(1.0, "relative to the mean of the two: divide by their sum, |a| + |n|")
            .mistake(4.0 / (8.0 + 1e-8), "1e-8 is added to the divisor: take the larger of the two instead")
            .mistake(4e8, "divided by the smaller of |a| + |n| and 1e-8: take the larger")
            .expect(0.5);
    });
}

/// 3 and −1: their difference is 4, and so is the sum of their sizes. A wrong sign is as wrong as can be.
#[test]
fn opposite_signs_are_as_wrong_as_can_be() {
    TASK.grade(1, || {
        for (a, n) in [(3.0, -1.0), (-1.0, 3.0), (-0.02, 0.02), (500.0, 0.0)] {
            given("a", &a)
                .and("n", &n)
                .got(relative_error(a, n))
                .mistake(
                    (a - n).abs() / (a + n).abs().max(1e-8),
                    "slopes of opposite signs cancel in the divisor: use |a| + |n|, not |a + n|",
                )
                .mistake(-1.0, "an error has no sign: use |a − n|")
                .expect(1.0);
        }
    });
}

/// At the bottom of a valley the formula says 0 and the measurement 0, or nearly so: that is agreement.
#[test]
fn slopes_of_about_zero_agree() {
    TASK.grade(1, || {
        given("a", &0.0)
            .and("n", &0.0)
            .got(relative_error(0.0, 0.0))
            .mistake(f64::NAN, "0/0 is NaN: divide by at least 1e-8")
            .expect(0.0);
        for (a, n) in [(0.0, 1e-9), (-1e-9, 0.0)] {
            given("a", &a)
                .and("n", &n)
                .got(relative_error(a, n))
                .mistake(1.0, "noise of 1e-9 counts as a wrong slope: divide by at least 1e-8")
                .mistake(1e-9 / 1.1e-8, "1e-8 is added to the divisor: take the larger of the two instead")
                .expect(0.1);
        }
    });
}

/// The relative errors of the entries, each of them right: what follows is then about `gradient_check` alone.
fn entries(analytic: &Array1<f64>, numeric: &Array1<f64>) {
    for (&a, &n) in analytic.iter().zip(numeric) {
        let expected = (a - n).abs() / (a.abs() + n.abs()).max(1e-8);
        given("a", &a)
            .and("n", &n)
            .got(relative_error(a, n))
            .mistake(-expected, "an error has no sign: use |a − n|")
            .expect(expected);
    }
}

/// What is said of a check that does not see a wrong slope at `place`, the last of which is `last`.
fn missed(place: usize, last: usize) -> &'static str {
    if place == 0 {
        "the first entry is never looked at: indices start at 0"
    } else if place == last {
        "the last entry is never looked at: the loop runs over `0..analytic.len()`"
    } else {
        "not every entry is looked at: the loop runs over `0..analytic.len()`"
    }
}

/// The entries' errors are 0, 1/4, 1/9, and 1/2 at each place in turn. One wrong slope is enough to spoil a descent, so
/// the largest counts, wherever it stands.
#[test]
fn the_worst_entry_counts() {
    TASK.grade(1, || {
        for place in [1, 0, 2, 3] {
            let (mut analytic, mut numeric) = (vec![7.0, -3.0, 4.0], vec![7.0, -5.0, 5.0]);
            analytic.insert(place, 1.0);
            numeric.insert(place, 3.0);
            let (analytic, numeric) = (Array1::from(analytic), Array1::from(numeric));
            entries(&analytic, &numeric);
            given("analytic", &analytic)
                .and("numeric", &numeric)
                .of("gradient_check")
                .got(gradient_check(&analytic, &numeric))
                .mistake(
                    (0.5 + 0.25 + 1.0 / 9.0) / 4.0,
                    "the errors are averaged: one wrong entry would hide among many",
                )
                .mistake(0.5 + 0.25 + 1.0 / 9.0, "the errors are added up: take the largest of them")
                .mistake(
                    1.0 / 9.0,
                    "this is the error of the last entry: keep the larger of what you have and the next",
                )
                .mistake(0.25, missed(place, 3))
                .mistake(
                    0.0,
                    if place == 1 { "this is the smallest error: take the largest" } else { missed(place, 3) },
                )
                .mistake(2.0, "this is the largest absolute error: take the largest relative error")
                .expect(0.5);
        }
    });
}

/// What the usual mistakes look like: a lost factor of 2 shows as 1/3, a sum over 9 samples in place of their mean as
/// 8/10, and a wrong sign as 1; whether the gradient is long or short.
#[test]
fn the_factor_that_was_lost_is_seen_in_every_size_of_gradient() {
    TASK.grade(1, || {
        let mut random = Random::seeded(53);
        for (factor, error) in [(1.0, 0.0), (2.0, 1.0 / 3.0), (0.5, 1.0 / 3.0), (9.0, 0.8), (-1.0, 1.0)] {
            for size in [1e-3, 1.0, 1e6] {
                let numeric = size * random.vector(6);
                let analytic = factor * &numeric;
                entries(&analytic, &numeric);
                given("analytic", &analytic)
                    .and("numeric", &numeric)
                    .of("gradient_check")
                    .got(gradient_check(&analytic, &numeric))
                    .expect(error);
            }
        }
    });
}

/// Every comparison with NaN is false, and `max` prefers a number to NaN: a gradient that holds one passes unnoticed,
/// unless the check looks for it.
#[test]
fn what_is_not_a_number_does_not_pass() {
    TASK.grade(1, || {
        const UNNOTICED: &str = "a NaN or an infinity passes unnoticed: if either slope is not finite, the error is 1";
        for wrong in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            for (a, n) in [(wrong, 2.0), (2.0, wrong)] {
                given("a", &a)
                    .and("n", &n)
                    .got(relative_error(a, n))
                    .mistake(0.0, UNNOTICED)
                    .mistake(f64::NAN, UNNOTICED)
                    .expect(1.0);
            }
            let (analytic, numeric) = (array![1.0, wrong, 3.0], array![1.0, 2.0, 3.0]);
            given("analytic", &analytic)
                .and("numeric", &numeric)
                .of("gradient_check")
                .got(gradient_check(&analytic, &numeric))
                .mistake(0.0, UNNOTICED)
                .expect(1.0);
            for place in [0, 2] {
                let numeric = array![1.0, 2.0, 3.0];
                let mut analytic = numeric.clone();
                analytic[place] = wrong;
                given("analytic", &analytic)
                    .and("numeric", &numeric)
                    .of("gradient_check")
                    .got(gradient_check(&analytic, &numeric))
                    .mistake(0.0, missed(place, 2))
                    .expect(1.0);
            }
        }
    });
}
