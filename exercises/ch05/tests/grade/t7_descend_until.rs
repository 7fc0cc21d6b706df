//! # Task 7: when to stop
//!
//! Write `descend_until(gradient, start, eta, tolerance, max_steps)` in `src/step_size.rs`. Nobody knows in advance how
//! many steps it takes. But at the bottom the ground is level: when the gradient is short enough, stop. And since a
//! descent with too large a step never gets there, stop in any case after `max_steps`.

use ch05::descend_until;
use checks::{Random, Task, assert_snapshot, given, printed};
use ndarray::{Array1, array};
use std::fmt::Write;

const TASK: Task = Task { title: "When to stop", functions: &["descend_until"], section: "When to stop" };

/// Checks both results of a descent on E(w) = ½ Σ wᵢ², whose gradient is w. `mistakes` are wrong numbers of steps.
#[track_caller]
fn check(
    start: Array1<f64>,
    (eta, tolerance, max_steps): (f64, f64, usize),
    mistakes: &[(usize, &str)],
    expected: (Array1<f64>, usize),
) {
    let describe = || {
        given("E(w) = ½ Σ wᵢ²; start", &start)
            .and("eta", &eta)
            .and("tolerance", &tolerance)
            .and("max_steps", &max_steps)
    };
    let described = describe();
    let (w, steps) = descend_until(&|w: &Array1<f64>| w.clone(), &start, eta, tolerance, max_steps);
    let mut got = described.and("the point returned", &w).got(steps);
    for (wrong, what_happened) in mistakes {
        got = got.mistake(*wrong, *what_happened);
    }
    got.expect(expected.1);
    describe().and("the steps returned", &steps).got(w).expect(expected.0);
}

/// With η = 1/2 each step halves the weights, and so the gradient. From (12, 16) its length is 20, 10, 5: below 6 after
/// two steps, at (3, 4).
#[test]
fn two_steps_by_hand() {
    TASK.grade(1, || {
        let mistakes = [
            (4, "the tolerance is compared with the squared length, gᵀg: take the root"),
            (3, "the tolerance is compared with the sum of the entries: use the length, the root of gᵀg"),
            (1, "one step too few: look at the gradient of the new point, not at the one of the point before"),
            (50, "it never stops before max_steps: compare the length of the gradient with the tolerance"),
            (0, "it stops at once: go on while the gradient is longer than the tolerance"),
        ];
        check(array![12.0, 16.0], (0.5, 6.0, 50), &mistakes, (array![3.0, 4.0], 2));
    });
}

/// A gradient has a length, whatever its direction: (12, −16) is as long as (12, 16), although its entries add up to −4
/// and its largest is 12.
#[test]
fn the_length_of_the_gradient_does_not_depend_on_its_direction() {
    TASK.grade(1, || {
        for (start, end) in [
            (array![12.0, -16.0], array![1.5, -2.0]),
            (array![-12.0, -16.0], array![-1.5, -2.0]),
            (array![16.0, 12.0], array![2.0, 1.5]),
        ] {
            let mistakes = [
                (0, "the entries of the gradient are added or compared with their signs: use its length"),
                (2, "the largest entry is compared: the length is the root of the sum of the squares"),
            ];
            check(start, (0.5, 4.5, 50), &mistakes, (end, 3));
        }
    });
}

/// “At most” includes the tolerance itself: with tolerance 0, a descent that has arrived exactly must not go on.
#[test]
fn a_level_start_takes_no_step() {
    TASK.grade(1, || {
        let late = [(1, "the gradient is looked at after the step: look at it first, a level start takes none")];
        check(array![0.3, 0.4], (0.5, 1.0, 50), &late, (array![0.3, 0.4], 0));
        let strict = "a gradient of exactly the tolerance is short enough: compare with <=";
        check(array![3.0, 4.0], (0.5, 5.0, 50), &[(1, strict)], (array![3.0, 4.0], 0));
        check(array![0.0, 0.0], (0.5, 0.0, 50), &[(50, strict), (1, late[0].1)], (array![0.0, 0.0], 0));
    });
}

/// Small steps change little, and are not a sign of having arrived. With η = 1/128 the first step moves by 5/128, less
/// than the tolerance, and the bottom is still far away.
#[test]
fn a_short_step_is_not_a_level_ground() {
    TASK.grade(1, || {
        let (start, keeps) = (array![3.0, 4.0], 1.0 - 1.0 / 128.0_f64);
        let steps = (0..).find(|&t| 5.0 * keeps.powi(t) <= 0.1).expect("0.99ᵗ falls below every bound");
        let short =
            "the step is compared with the tolerance, and a small η makes every step short: compare the gradient";
        let end = keeps.powi(steps) * &start;
        check(start, (1.0 / 128.0, 0.1, 2000), &[(0, short), (1, short)], (end, steps as usize));
    });
}

/// Halving never reaches 0, and too large a step runs away: both end after max_steps.
#[test]
fn in_any_case_it_ends_after_max_steps() {
    TASK.grade(1, || {
        let more =
            "one step too many: max_steps is the number of steps, and the last point is returned without looking";
        let fewer = "one step too few: max_steps is the number of steps";
        let mistakes = [(4, more), (2, fewer)];
        check(array![8.0], (0.5, 0.0, 3), &mistakes, (array![1.0], 3));
        check(array![1.0, -1.0], (3.0, 0.1, 3), &mistakes, (array![-8.0, 8.0], 3));
        check(array![1.0], (0.5, 0.0, 0), &[(1, more)], (array![1.0], 0));
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
        assert_snapshot!(printed(table), @"
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
