//! # Task 4: when to stop
//!
//! Write `descend_until(gradient, start, eta, tolerance, max_steps)` in `src/step_size.rs`. Nobody knows in advance how
//! many steps it takes. But at the bottom the ground is level: when the gradient is short enough, stop. And since a
//! descent with too large a step never gets there, stop in any case after `max_steps`.

use ch05::descend_until;
use ch05_mistakes::t4_descend_until::{DESCEND_UNTIL, DescendUntil};
use checks::{Random, Task, assert_snapshot, given};
use ndarray::{Array1, array};
use std::fmt::Write;

const TASK: Task<DescendUntil> = Task {
    title: "When to stop",
    functions: &["descend_until"],
    section: "When to stop",
    yours: descend_until,
    diagnoses: &[&DESCEND_UNTIL],
};

/// Checks both results of a descent on E(w) = Σ wᵢ², whose gradient is 2w.
#[track_caller]
fn check(
    descend_until: DescendUntil,
    start: Array1<f64>,
    (eta, tolerance, max_steps): (f64, f64, usize),
    (end, steps): (Array1<f64>, usize),
) {
    let got = descend_until(&|w: &Array1<f64>| 2.0 * w, &start, eta, tolerance, max_steps);
    let described = || {
        given("E(w) = Σ wᵢ²; start", &start).and("eta", &eta).and("tolerance", &tolerance).and("max_steps", &max_steps)
    };
    described().and("the steps returned", &got.1).got(got.0.clone()).expect(end);
    described().and("the point returned", &got.0).got(got.1).derived("the number of steps").expect(steps);
}

/// With η = 1/8 each step leaves 3/4 of the weights, and so of the gradient. From (12, 16) the gradient's length is 40,
/// 30, 22.5: below 25 after two steps, at (6.75, 9).
#[test]
fn a_descent_by_hand() {
    TASK.grade(1, |descend_until| {
        check(descend_until, array![12.0, 16.0], (0.125, 25.0, 50), (array![6.75, 9.0], 2));
    });
}

/// The descent of task 2 on E(w) = w₁² + w₁w₂ + w₂², from (4, 0) to (2, −1) and (1.25, −1). There the gradient
/// (2w₁ + w₂, w₁ + 2w₂) is (1.5, −0.75), of length 1.68.
#[test]
fn each_slope_may_depend_on_all_weights() {
    TASK.grade(1, |descend_until| {
        let start = array![4.0, 0.0];
        let gradient = |w: &Array1<f64>| array![2.0 * w[0] + w[1], w[0] + 2.0 * w[1]];
        let (w, steps) = descend_until(&gradient, &start, 0.25, 2.0, 50);
        let described = || given("start", &start).and("eta", &0.25).and("tolerance", &2.0).and("max_steps", &50_usize);
        described().and("the steps returned", &steps).got(w.clone()).expect(array![1.25, -1.0]);
        described().and("the point returned", &w).got(steps).derived("the number of steps").expect(2);
    });
}

/// A gradient has a length, whatever its direction: that of (24, −32) is as long as that of (24, 32), although its
/// entries add up to −8 and its largest is 24.
#[test]
fn the_length_of_the_gradient_does_not_depend_on_its_direction() {
    TASK.grade(1, |descend_until| {
        for (start, end) in [
            (array![12.0, -16.0], array![5.0625, -6.75]),
            (array![-12.0, -16.0], array![-5.0625, -6.75]),
            (array![16.0, 12.0], array![6.75, 5.0625]),
            (array![0.0, 20.0], array![0.0, 8.4375]),
        ] {
            check(descend_until, start, (0.125, 19.0, 50), (end, 3));
        }
    });
}

/// “At most” includes the tolerance itself: with tolerance 0, a descent that has arrived exactly must not go on.
#[test]
fn a_level_start_takes_no_step() {
    TASK.grade(1, |descend_until| {
        check(descend_until, array![0.3, 0.4], (0.125, 1.5, 50), (array![0.3, 0.4], 0));
        check(descend_until, array![3.0, 4.0], (0.125, 10.0, 50), (array![3.0, 4.0], 0));
        check(descend_until, array![0.0, 0.0], (0.125, 0.0, 50), (array![0.0, 0.0], 0));
        // With η = 1/2 one step leads to the bottom.
        check(descend_until, array![3.0, -8.0], (0.5, 0.0, 50), (array![0.0, 0.0], 1));
    });
}

/// Small steps change little, and are not a sign of having arrived. With η = 1/128 the first step moves by 10/128, less
/// than the tolerance, and the bottom is still far away.
#[test]
fn a_short_step_is_not_a_level_ground() {
    TASK.grade(1, |descend_until| {
        for (eta, tolerance) in [(1.0 / 128.0_f64, 0.1), (1.0 / 128.0, 1e-9), (1.0 / 32.0, 1e-30)] {
            let keeps = 1.0 - 2.0 * eta;
            let steps = (0..).find(|&t| 10.0 * keeps.powi(t) <= tolerance).expect("it falls below every bound");
            let end = keeps.powi(steps) * array![3.0, 4.0];
            check(descend_until, array![3.0, 4.0], (eta, tolerance, 2000), (end, steps as usize));
        }
    });
}

/// Three quarters of three quarters never reach 0, and too large a step runs away: both end after max_steps.
#[test]
fn in_any_case_it_ends_after_max_steps() {
    TASK.grade(1, |descend_until| {
        check(descend_until, array![64.0], (0.125, 0.0, 3), (array![27.0], 3));
        check(descend_until, array![1.0, -1.0], (1.5, 0.1, 3), (array![-8.0, 8.0], 3));
        check(descend_until, array![1.0], (0.125, 0.0, 0), (array![1.0], 0));
        // The second step arrives, and there are no more.
        check(descend_until, array![16.0], (0.125, 18.0, 2), (array![9.0], 2));
    });
}

/// How long the way is depends on η. On E(w) = ½ (w₁² + 10 w₂²) the limit is 2/10. Far below it the descent crawls;
/// near it, it jumps to and fro along the steep direction; above it, it never arrives.
#[test]
fn the_step_size_decides_how_long_it_takes() {
    TASK.grade(1, |descend_until| {
        let mut random = Random::seeded(57);
        let start = random.vector(2).mapv(|v| v.signum() + v);
        let mut table = String::from("    η  steps\n");
        for eta in [0.001, 0.01, 0.1, 0.18, 0.199, 0.201] {
            let gradient = |w: &Array1<f64>| array![w[0], 10.0 * w[1]];
            let (_, steps) = descend_until(&gradient, &start, eta, 1e-3, 1000);
            let arrived = if steps < 1000 { "" } else { "  and not there yet" };
            writeln!(table, "{eta:<5}  {steps:>5}{arrived}").unwrap();
        }
        assert_snapshot!(table, @"
            η  steps
        0.001   1000  and not there yet
        0.01     733
        0.1       70
        0.18      44
        0.199    966
        0.201   1000  and not there yet
        ");
    });
}
