//! # Task 7: when to stop
//!
//! Write `descend_until(gradient, start, eta, tolerance, max_steps)` in `src/step_size.rs`. Nobody knows in advance how
//! many steps it takes. But at the bottom the ground is level: when the gradient is short enough, stop. And since a
//! descent with too large a step never gets there, stop in any case after `max_steps`.

use ch05::descend_until;
use checks::{ABSOLUTE, RELATIVE, Random, Task, all_close, assert_snapshot, given};
use ndarray::{Array1, array};
use std::fmt::Write;

const TASK: Task = Task { title: "When to stop", functions: &["descend_until"], section: "When to stop" };

const UP: &str = "these steps go up: descent takes the gradient away, w − η ∇E";

/// Checks both results of a descent on E(w) = Σ wᵢ², whose gradient is 2w. `mistakes` are wrong numbers of steps.
#[track_caller]
fn check(
    start: Array1<f64>,
    (eta, tolerance, max_steps): (f64, f64, usize),
    mistakes: &[(usize, &str)],
    expected: (Array1<f64>, usize),
) {
    let describe = || {
        given("E(w) = Σ wᵢ²; start", &start).and("eta", &eta).and("tolerance", &tolerance).and("max_steps", &max_steps)
    };
    let described = describe();
    let (w, steps) = descend_until(&|w: &Array1<f64>| 2.0 * w, &start, eta, tolerance, max_steps);
    let upwards = (1.0 + 2.0 * eta).powi(steps as i32) * &start;
    let mut got = described.and("the point returned", &w).got(steps).derived("the number of steps returned");
    if steps > 0 && all_close(&w.to_vec(), &upwards.to_vec(), ABSOLUTE, RELATIVE) {
        got = got.mistake(steps, UP);
    }
    if w == expected.0 && w.dot(&w) > 0.0 {
        got = got.mistake(expected.1 + 1, "the point is right, and one step too many is counted: w(t) is t steps away");
    }
    for (wrong, what_happened) in mistakes {
        got = got.mistake(*wrong, *what_happened);
    }
    got.expect(expected.1);
    let one_further = (1.0 - 2.0 * eta) * &expected.0;
    let why = if expected.1 == max_steps {
        "one step more than max_steps is taken: `0..max_steps` takes that many, `0..=max_steps` one more"
    } else {
        "one step further than the gradient you looked at: return the point whose gradient is short enough"
    };
    let mut got = describe().and("the steps returned", &steps).got(w);
    if upwards != expected.0 {
        got = got.mistake(upwards, UP);
    }
    if one_further != expected.0 {
        got = got.mistake(one_further, why);
    }
    got.expect(expected.0);
}

/// With η = 1/8 each step leaves 3/4 of the weights, and so of the gradient. From (12, 16) the gradient's length is 40,
/// 30, 22.5: below 25 after two steps, at (6.75, 9).
#[test]
fn a_descent_by_hand() {
    TASK.grade(1, || {
        let mistakes = [
            (8, "the tolerance is compared with the squared length, gᵀg: take the root"),
            (3, "the entries are added up, with their signs or without: compare the length, the root of gᵀg"),
            (1, "the largest entry is compared, and not the length; or the step is not counted that led to this point"),
            (50, "it never stops before max_steps: compare the length of the gradient with the tolerance"),
            (0, "the length of w is compared, or of the step, and a small η makes every step short: compare the gradient"),
        ];
        check(array![12.0, 16.0], (0.125, 25.0, 50), &mistakes, (array![6.75, 9.0], 2));
    });
}

/// A gradient has a length, whatever its direction: that of (24, −32) is as long as that of (24, 32), although its
/// entries add up to −8 and its largest is 24.
#[test]
fn the_length_of_the_gradient_does_not_depend_on_its_direction() {
    TASK.grade(1, || {
        for (start, end) in [
            (array![12.0, -16.0], array![5.0625, -6.75]),
            (array![-12.0, -16.0], array![-5.0625, -6.75]),
            (array![16.0, 12.0], array![6.75, 5.0625]),
        ] {
            let mistakes = [
                (0, "compare the length of the gradient: not its entries with their signs, and not the step η g"),
                (1, "compare the length of the gradient: not its entries with their signs, and not the length of w"),
                (2, "the largest entry is compared: the length is the root of the sum of the squares"),
                (9, "the tolerance is compared with the squared length, gᵀg: take the root"),
            ];
            check(start, (0.125, 19.0, 50), &mistakes, (end, 3));
        }
    });
}

/// “At most” includes the tolerance itself: with tolerance 0, a descent that has arrived exactly must not go on.
#[test]
fn a_level_start_takes_no_step() {
    TASK.grade(1, || {
        let late = [(1, "the gradient is looked at after the step: look at it first, a level start takes none")];
        check(array![0.3, 0.4], (0.125, 1.5, 50), &late, (array![0.3, 0.4], 0));
        let strict = "a gradient of exactly the tolerance is short enough: compare with <=";
        check(array![3.0, 4.0], (0.125, 10.0, 50), &[(1, strict)], (array![3.0, 4.0], 0));
        check(array![0.0, 0.0], (0.125, 0.0, 50), &[(50, strict), (1, late[0].1)], (array![0.0, 0.0], 0));
    });
}

/// Small steps change little, and are not a sign of having arrived. With η = 1/128 the first step moves by 10/128, less
/// than the tolerance, and the bottom is still far away.
#[test]
fn a_short_step_is_not_a_level_ground() {
    TASK.grade(1, || {
        let (start, keeps) = (array![3.0, 4.0], 1.0 - 1.0 / 64.0_f64);
        let until = |length: f64| (0..).find(|&t| length * keeps.powi(t) <= 0.1).expect("it falls below every bound");
        let steps = until(10.0);
        let short =
            "the step is compared with the tolerance, and a small η makes every step short: compare the gradient";
        let near = "the length of w is compared with the tolerance: compare that of the gradient";
        let end = keeps.powi(steps) * &start;
        let mistakes = [(0, short), (1, short), (until(5.0) as usize, near)];
        check(start, (1.0 / 128.0, 0.1, 2000), &mistakes, (end, steps as usize));
    });
}

/// Three quarters of three quarters never reach 0, and too large a step runs away: both end after max_steps.
#[test]
fn in_any_case_it_ends_after_max_steps() {
    TASK.grade(1, || {
        let more =
            "one step too many: max_steps is the number of steps, and the last point is returned without looking";
        let fewer = "one step too few: max_steps is the number of steps";
        let mistakes = [(4, more), (2, fewer)];
        check(array![64.0], (0.125, 0.0, 3), &mistakes, (array![27.0], 3));
        check(array![1.0, -1.0], (1.5, 0.1, 3), &mistakes, (array![-8.0, 8.0], 3));
        check(array![1.0], (0.125, 0.0, 0), &[(1, more)], (array![1.0], 0));
    });
}

/// How long the way is depends on η. On E(w) = ½ (w₁² + 10 w₂²) the limit is 2/10. Far below it the descent crawls;
/// near it, it jumps to and fro along the steep direction; above it, it never arrives.
#[test]
fn the_step_size_decides_how_long_it_takes() {
    TASK.grade(1, || {
        let mut random = Random::seeded(57);
        let start = random.vector(2).mapv(|v| v.signum() + v);
        let mut table = String::from("    η  steps\n");
        for eta in [0.001, 0.01, 0.1, 0.18, 0.199, 0.201] {
            let gradient = |w: &Array1<f64>| array![w[0], 10.0 * w[1]];
            let (_, steps) = descend_until(&gradient, &start, eta, 1e-3, 5000);
            let arrived = if steps < 5000 { "" } else { "  and not there yet" };
            writeln!(table, "{eta:<5}  {steps:>5}{arrived}").unwrap();
        }
        assert_snapshot!(table, @"
            η  steps
        0.001   5000  and not there yet
        0.01     733
        0.1       70
        0.18      44
        0.199    966
        0.201   5000  and not there yet
        ");
    });
}
