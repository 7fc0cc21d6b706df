//! # Task 1: one step down
//!
//! Write `step(w, gradient, eta)` in `src/descent.rs`: one step of gradient descent, `w(t+1) = w(t) − η ∇E`. The
//! gradient points uphill, so the step goes the opposite way, and the steeper the ground the longer it is. This line
//! trains every network in this course.

use ch05::step;
use ch05_mistakes::t1_step::{STEP, Step};
use checks::{Random, Task, given};
use ndarray::{Array1, array};

const TASK: Task<Step> =
    Task { title: "One step down", functions: &["step"], section: "One step down", yours: step, diagnoses: &[&STEP] };

/// Half of the gradient (4, −6) is (2, −3); taken away from (1, 2) that leaves (−1, 5).
#[test]
fn a_step_by_hand() {
    TASK.grade(2, |step| {
        let (w, gradient) = (array![1.0, 2.0], array![4.0, -6.0]);
        let described = given("w", &w).and("gradient", &gradient).and("eta", &0.5);
        described.got(step(&w, &gradient, 0.5)).expect(array![-1.0, 5.0]);
    });
}

#[test]
fn where_the_ground_is_level_a_step_stays_in_place() {
    TASK.grade(1, |step| {
        let w = Random::seeded(54).vector(4);
        let level = Array1::zeros(4);
        given("w", &w).and("gradient", &level).and("eta", &0.3).got(step(&w, &level, 0.3)).expect(w.clone());
    });
}

/// The parabola E(w) = (w − 3)² has the slope 2(w − 3). Left of its lowest point the slope is negative and the step
/// goes to the right; on the other side it goes to the left.
#[test]
fn a_step_comes_closer_from_both_sides() {
    TASK.grade(1, |step| {
        for (w, nearer) in [(2.0, 2.2), (4.0, 3.8)] {
            let (w, gradient) = (array![w], array![2.0 * (w - 3.0)]);
            let described = given("w", &w).and("gradient", &gradient).and("eta", &0.1);
            described.got(step(&w, &gradient, 0.1)).expect(array![nearer]);
        }
    });
}

/// Whether the slopes are large, small or 0, and the step size below 1 or above: w − η ∇E, entry by entry.
#[test]
fn every_weight_takes_its_own_slope() {
    TASK.grade(1, |step| {
        for (k, size, eta) in [(1, 3.0, 0.7), (3, 1.0, 1.6), (20, 1.0, 0.01), (4, 1e-30, 2.5), (5, 1e30, 0.4)] {
            let mut random = Random::seeded(540 + k);
            let (mut w, mut gradient) = (size * random.vector(k as usize), size * random.vector(k as usize));
            gradient[k as usize / 3] = 0.0;
            (w[0], gradient[k as usize / 2]) = (0.0, 0.3 * size);
            let expected = (0..k as usize).map(|i| w[i] - eta * gradient[i]).collect();
            let described = given("w", &w).and("gradient", &gradient).and("eta", &eta);
            described.got(step(&w, &gradient, eta)).within(0.0, 1e-9).expect(expected);
        }
    });
}
