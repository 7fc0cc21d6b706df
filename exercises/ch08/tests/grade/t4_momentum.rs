//! # Task 4: momentum
//!
//! Write `momentum_step(w, velocity, gradient, eta, mu)` in `src/momentum.rs`. In a long narrow valley the gradient
//! points across it, from wall to wall, and hardly along it. Momentum adds up the steps: across, they cancel; along,
//! they grow, up to `1/(1 − μ)` times.

use ch08::momentum_step;
use ch08_mistakes::t4_momentum::{MOMENTUM_STEP, MomentumStep};
use checks::{Given, Random, Task, given};
use ndarray::{Array1, array};

const TASK: Task<MomentumStep> = Task {
    title: "Momentum",
    functions: &["momentum_step"],
    section: "Momentum",
    yours: momentum_step,
    diagnoses: &[&MOMENTUM_STEP],
};

fn inputs(w: &Array1<f64>, velocity: &Array1<f64>, gradient: &Array1<f64>, eta: f64, mu: f64) -> Given {
    given("w", w).and("velocity", velocity).and("gradient", gradient).and("eta", &eta).and("mu", &mu)
}

/// The velocity: half of 2, and 4 more. The weight: a tenth of this 5 down from 1.
#[test]
fn one_step_by_hand() {
    TASK.grade(2, |momentum_step| {
        let (w, velocity, gradient) = (array![1.0, 0.0], array![2.0, -1.0], array![4.0, 3.0]);
        let (after, kept) = momentum_step(&w, &velocity, &gradient, 0.1, 0.5);
        let inputs = || inputs(&w, &velocity, &gradient, 0.1, 0.5);
        inputs().got(after).derived("w after the step").expect(array![0.5, -0.25]);
        inputs().got(kept).derived("the velocity after the step").expect(array![5.0, 2.5]);
    });
}

/// With μ = 0 nothing is remembered: this is chapter 5's step.
#[test]
fn without_memory_it_is_gradient_descent() {
    TASK.grade(1, |momentum_step| {
        let mut random = Random::seeded(90);
        for k in [4, 1] {
            let (w, velocity, gradient) = (random.vector(k), random.vector(k), random.vector(k));
            let (after, kept) = momentum_step(&w, &velocity, &gradient, 0.3, 0.0);
            let inputs = || inputs(&w, &velocity, &gradient, 0.3, 0.0);
            inputs().got(after).derived("w after the step").expect(&w - 0.3 * &gradient);
            inputs().got(kept).derived("the velocity after the step").expect(gradient.clone());
        }
    });
}

/// Where the ground is level it rolls on, with ever less of its velocity.
#[test]
fn it_rolls_on_where_the_gradient_is_0() {
    TASK.grade(1, |momentum_step| {
        let (mut w, mut velocity, gradient) = (array![0.0], array![1.0], array![0.0]);
        for step in 1..=5 {
            (w, velocity) = momentum_step(&w, &velocity, &gradient, 1.0, 0.5);
            let inputs = given("steps", &step).and("w at first", &array![0.0]).and("velocity", &array![1.0]);
            let expected = array![0.5_f64.powi(step as i32) - 1.0];
            inputs.and("eta", &1.0).and("mu", &0.5).got(w.clone()).derived("the weight").expect(expected);
        }
    });
}

/// At first there is no velocity, and the step is that of plain gradient descent, whatever μ is.
#[test]
fn the_first_step_is_gradient_descents() {
    TASK.grade(1, |momentum_step| {
        let (w, zero, gradient) = (array![1.0, -1.0], array![0.0, 0.0], array![4.0, -3.0]);
        let (after, kept) = momentum_step(&w, &zero, &gradient, 0.1, 0.9);
        let inputs = || inputs(&w, &zero, &gradient, 0.1, 0.9);
        inputs().got(after).derived("w after the step").expect(array![0.6, -0.7]);
        inputs().got(kept).derived("the velocity after the step").expect(gradient.clone());
    });
}

/// The defining property: with a gradient that stays the same, the length of a step tends to η/(1 − μ) times it.
#[test]
fn the_steps_grow_up_to_their_terminal_length() {
    TASK.grade(2, |momentum_step| {
        for (eta, mu) in [(0.1, 0.9), (0.02, 0.75)] {
            let (mut w, mut velocity, gradient) = (array![0.0, 0.0], array![0.0, 0.0], array![1.0, -2.0]);
            let mut before = w.clone();
            for _ in 0..200 {
                before.assign(&w);
                (w, velocity) = momentum_step(&w, &velocity, &gradient, eta, mu);
            }
            given("steps", &200_usize)
                .and("gradient", &gradient)
                .and("eta", &eta)
                .and("mu", &mu)
                .got(&before - &w)
                .derived("the last step")
                .within(0.0, 1e-6)
                .expect(eta / (1.0 - mu) * &gradient);
        }
    });
}

#[test]
fn other_lengths_are_refused() {
    TASK.grade(1, |momentum_step| {
        let (two, one) = (array![1.0, 2.0], array![1.0]);
        let (after, _) = momentum_step(&two, &two, &two, 1.0, 0.5);
        inputs(&two, &two, &two, 1.0, 0.5).got(after).derived("w after the step").expect(array![-0.5, -1.0]);
        inputs(&two, &two, &one, 1.0, 0.5)
            .expect_panic("w and gradient differ in length", || momentum_step(&two, &two, &one, 1.0, 0.5).0);
        inputs(&two, &one, &two, 1.0, 0.5)
            .expect_panic("w and velocity differ in length", || momentum_step(&two, &one, &two, 1.0, 0.5).0);
    });
}
