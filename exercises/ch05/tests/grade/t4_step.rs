//! # Task 4: one step down
//!
//! Write `step(w, gradient, eta)` in `src/descent.rs`: one step of gradient descent, `w(t+1) = w(t) − η ∇E`. The
//! gradient points uphill, so the step goes the opposite way, and the steeper the ground the longer it is. This line
//! trains every network in this course.

use ch05::step;
use checks::{Random, Task, given};
use ndarray::{Array1, array};

const TASK: Task = Task { title: "One step down", functions: &["step"], section: "One step down" };

/// Half of the gradient (4, −6) is (2, −3); taken away from (1, 2) that leaves (−1, 5).
#[test]
fn a_step_by_hand() {
    TASK.grade(2, || {
        let (w, gradient) = (array![1.0, 2.0], array![4.0, -6.0]);
        given("w", &w)
            .and("gradient", &gradient)
            .and("eta", &0.5)
            .got(step(&w, &gradient, 0.5))
            .mistake(array![3.0, -1.0], "this step goes up: descent takes the gradient away, w − η ∇E")
            .mistake(array![-3.0, 8.0], "the step size is left out: multiply the gradient by η")
            .mistake(array![-7.0, 14.0], "divided by the step size: multiply the gradient by η")
            .mistake(
                array![1.0 - 2.0 / 52.0_f64.sqrt(), 2.0 + 3.0 / 52.0_f64.sqrt()],
                "the gradient is divided by its length: a steeper slope takes a longer step, η ∇E as it is",
            )
            .mistake(array![-2.0, 3.0], "this is the way to go, not where it leads: start from w")
            .mistake(array![2.0, -3.0], "this is η ∇E: take it away from w")
            .mistake(array![1.0, -5.0], "the order is the other way round: w − η ∇E, not η ∇E − w")
            .mistake(array![-1.5, 4.0], "η multiplies w − ∇E: it belongs to the gradient alone")
            .expect(array![-1.0, 5.0]);
    });
}

#[test]
fn where_the_ground_is_level_a_step_stays_in_place() {
    TASK.grade(1, || {
        let w = Random::seeded(54).vector(4);
        let level = Array1::zeros(4);
        given("w", &w).and("gradient", &level).and("eta", &0.3).got(step(&w, &level, 0.3)).expect(w.clone());
    });
}

/// The parabola E(w) = (w − 3)² has the slope 2(w − 3). Left of its lowest point the slope is negative and the step
/// goes to the right; on the other side it goes to the left.
#[test]
fn a_step_comes_closer_from_both_sides() {
    TASK.grade(1, || {
        for (w, nearer) in [(2.0, 2.2), (4.0, 3.8)] {
            let (w, gradient) = (array![w], array![2.0 * (w - 3.0)]);
            given("w", &w)
                .and("gradient", &gradient)
                .and("eta", &0.1)
                .got(step(&w, &gradient, 0.1))
                .mistake(array![2.0 * w[0] - nearer], "this step goes up: descent takes the gradient away, w − η ∇E")
                .expect(array![nearer]);
        }
    });
}

#[test]
fn every_weight_takes_its_own_slope() {
    TASK.grade(1, || {
        for k in [1, 3, 20] {
            let mut random = Random::seeded(540 + k);
            let (w, gradient, eta) = (random.vector(k as usize), random.vector(k as usize), random.number().abs());
            let expected = (0..k as usize).map(|i| w[i] - eta * gradient[i]).collect();
            given("w", &w)
                .and("gradient", &gradient)
                .and("eta", &eta)
                .got(step(&w, &gradient, eta))
                .mistake(&w + eta * &gradient, "this step goes up: descent takes the gradient away, w − η ∇E")
                .expect(expected);
        }
    });
}
