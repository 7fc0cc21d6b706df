//! # Task 6: a schedule for the step size
//!
//! Write `step_size(t, steps, warm_up, eta)` in `src/schedule.rs`. Large steps get far, small ones arrive. So the step
//! size rises while the weights are still random, and falls along half a cosine to the end. With a mistake here,
//! training still works, and works worse.

use ch08::step_size;
use ch08_mistakes::t6_step_size::{STEP_SIZE, StepSize};
use checks::{Given, Task, given};
use std::f64::consts::PI;

const TASK: Task<StepSize> = Task {
    title: "A schedule for the step size",
    functions: &["step_size"],
    section: "A schedule for the step size",
    yours: step_size,
    diagnoses: &[&STEP_SIZE],
};

fn inputs(t: usize, steps: usize, warm_up: usize, eta: f64) -> Given {
    given("t", &t).and("steps", &steps).and("warm_up", &warm_up).and("eta", &eta)
}

/// Four steps of warm-up, one quarter more at each. The first one moves already.
#[test]
fn the_warm_up_by_hand() {
    TASK.grade(2, |step_size| {
        for (t, expected) in [0.25, 0.5, 0.75, 1.0].into_iter().enumerate() {
            inputs(t, 10, 4, 1.0).got(step_size(t, 10, 4, 1.0)).expect(expected);
        }
        inputs(1, 50, 3, 0.6).got(step_size(1, 50, 3, 0.6)).expect(0.4);
    });
}

/// Half a cosine from step 4 to step 10: a third of the way is 60°, whose cosine is ½.
#[test]
fn the_cosine_by_hand() {
    TASK.grade(2, |step_size| {
        for (t, expected) in [(4, 1.0), (6, 0.75), (7, 0.5), (8, 0.25), (10, 0.0)] {
            inputs(t, 10, 4, 1.0).got(step_size(t, 10, 4, 1.0)).expect(expected);
        }
    });
}

/// Without a warm-up it begins at the top.
#[test]
fn without_a_warm_up_the_first_step_is_the_largest() {
    TASK.grade(1, |step_size| {
        for t in [0, 1, 37, 99] {
            let expected = 0.02 * (PI * t as f64 / 200.0).cos().powi(2);
            inputs(t, 100, 0, 0.02).got(step_size(t, 100, 0, 0.02)).expect(expected);
        }
    });
}

/// The defining property: it rises during the warm-up, falls after it, and is never above η or below 0.
#[test]
fn it_rises_then_falls_and_stays_between_0_and_eta() {
    TASK.grade(1, |step_size| {
        for (steps, warm_up, eta) in [(40, 10, 0.3), (25, 1, 2.0), (9, 8, 1.0)] {
            for t in 0..steps {
                let (now, next) = (step_size(t, steps, warm_up, eta), step_size(t + 1, steps, warm_up, eta));
                let words = if t < warm_up { "does not fall during the warm-up" } else { "falls after the warm-up" };
                let holds = |next: &f64| if t < warm_up { *next >= now } else { *next < now };
                inputs(t + 1, steps, warm_up, eta).got(next).expect_that(words, holds);
                inputs(t, steps, warm_up, eta)
                    .got(now)
                    .expect_that("is above 0, and at most η", |now| *now > 0.0 && *now <= eta * (1.0 + 1e-12));
            }
        }
    });
}

#[test]
fn a_warm_up_without_end_is_refused() {
    TASK.grade(1, |step_size| {
        inputs(1, 2, 1, 3.0).got(step_size(1, 2, 1, 3.0)).expect(3.0);
        inputs(0, 5, 5, 1.0).expect_panic("the warm-up takes all steps", || step_size(0, 5, 5, 1.0));
        inputs(6, 5, 2, 1.0).expect_panic("there is no such step", || step_size(6, 5, 2, 1.0));
    });
}
