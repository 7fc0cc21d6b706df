//! # Task 7: weight decay
//!
//! Write `decayed_step(…)` and `adamw_step(…)` in `src/decay.rs`. A weight that the error does not ask for shrinks,
//! step by step, by the same share. With Adam the decay must stay outside: what passes through Adam comes out with the
//! size η, and a decay of a tenth of a per cent becomes a whole step.

use ch08::{adamw_step, decayed_step};
use ch08_mistakes::t7_decay::{ADAMW_STEP, AdamState, Both, DECAYED_STEP, adam};
use checks::{Given, Random, Task, given};
use ndarray::{Array1, array};

const TASK: Task<Both> = Task {
    title: "Weight decay",
    functions: &["decayed_step", "adamw_step"],
    section: "Weight decay",
    yours: (decayed_step, adamw_step),
    diagnoses: &[&DECAYED_STEP, &ADAMW_STEP],
};

fn inputs(w: &Array1<f64>, gradient: &Array1<f64>, eta: f64, lambda: f64) -> Given {
    given("w", w).and("gradient", gradient).and("eta", &eta).and("lambda", &lambda)
}

/// 2 shrinks by a twentieth to 1.9; the gradient takes 0.3 more.
#[test]
fn a_decayed_step_by_hand() {
    TASK.grade(1, |(decayed_step, _)| {
        let (w, gradient) = (array![2.0, -1.0], array![3.0, 0.0]);
        inputs(&w, &gradient, 0.1, 0.5).got(decayed_step(&w, &gradient, 0.1, 0.5)).expect(array![1.6, -0.95]);
    });
}

/// It is gradient descent on the error with (λ/2) |w|² added: the derivative of that term is λw.
#[test]
fn it_descends_on_the_error_and_the_penalty() {
    TASK.grade(1, |(decayed_step, _)| {
        let mut random = Random::seeded(94);
        for (k, eta, lambda) in [(1, 0.5, 0.0), (3, 0.2, 0.7), (5, 0.05, 30.0)] {
            let (w, gradient) = (random.vector(k), random.vector(k));
            let expected = &w - eta * (&gradient + lambda * &w);
            inputs(&w, &gradient, eta, lambda).got(decayed_step(&w, &gradient, eta, lambda)).expect(expected);
        }
    });
}

/// The defining property: where the gradient is 0, a step leaves the share 1 − ηλ of each weight. Adam, with the decay
/// in its gradient, would move the weight 1 by a whole step, to 0.990.
#[test]
fn without_a_gradient_a_weight_keeps_its_share() {
    TASK.grade(2, |(decayed_step, adamw_step)| {
        let (w, zero) = (array![1.0, -3.0, 0.0], Array1::zeros(3));
        let expected = array![0.999, -2.997, 0.0];
        inputs(&w, &zero, 0.01, 0.1).got(decayed_step(&w, &zero, 0.01, 0.1)).expect(expected.clone());
        let (after, ..) = adamw_step(&w, &zero, &zero, &zero, 1, 0.01, 0.1);
        let inputs = inputs(&w, &zero, 0.01, 0.1).and("m and v", &zero).and("t", &1_usize).of("adamw_step");
        inputs.got(after).derived("w after the step").expect(expected);
    });
}

/// Large gradients that cancel: Adam hardly moves, and the decay acts as if they were not there. With the decay in its
/// gradient, 500 steps would leave 0.98 of the weight.
#[test]
fn large_gradients_do_not_divide_the_decay_away() {
    TASK.grade(2, |(_, adamw_step)| {
        let run = |lambda: f64| {
            let (mut w, mut m, mut v) = (array![1.0], array![0.0], array![0.0]);
            for t in 1..=500 {
                let gradient = array![if t % 2 == 0 { 100.0 } else { -100.0 }];
                (w, m, v) = adamw_step(&w, &m, &v, &gradient, t, 0.01, lambda);
            }
            w
        };
        given("steps", &500_usize)
            .and("gradients", &array![-100.0, 100.0])
            .and("eta", &0.01)
            .and("lambda", &0.1)
            .of("adamw_step")
            .got(run(0.1))
            .derived("w after the steps")
            .expect_that("has shrunk to between 0.5 and 0.7", |w| (0.5..0.7).contains(&w[0]));
    });
}

/// Step for step it is Adam with the weights' share taken off, and what Adam remembers is Adam's alone.
#[test]
fn adamw_is_adam_and_a_decay_beside_it() {
    TASK.grade(1, |(_, adamw_step)| {
        let mut random = Random::seeded(95);
        for (k, t, eta, lambda) in [(3, 1, 0.1, 0.0), (5, 2, 0.1, 0.5), (3, 40, 0.003, 2.0), (1, 3, 0.2, 0.7)] {
            let (w, m, v) = (random.vector(k), random.vector(k), random.vector(k).mapv(f64::abs));
            let gradient = 3.0 * random.vector(k);
            let (after, kept_m, kept_v) = adamw_step(&w, &m, &v, &gradient, t, eta, lambda);
            let (by_adam, m_right, v_right): AdamState = adam(&w, &m, &v, &gradient, t, eta);
            let inputs = || inputs(&w, &gradient, eta, lambda).and("m", &m).and("v", &v).and("t", &t).of("adamw_step");
            inputs().got(after).derived("w after the step").expect(by_adam - eta * lambda * &w);
            inputs().got(kept_m).derived("m after the step").expect(m_right);
            inputs().got(kept_v).derived("v after the step").expect(v_right);
        }
    });
}

#[test]
fn step_0_and_other_lengths_are_refused() {
    TASK.grade(1, |(decayed_step, adamw_step)| {
        let (two, one) = (array![1.0, 2.0], array![1.0]);
        inputs(&two, &two, 0.5, 1.0).got(decayed_step(&two, &two, 0.5, 1.0)).expect(array![0.0, 0.0]);
        inputs(&two, &one, 0.5, 1.0)
            .expect_panic("w and gradient differ in length", || decayed_step(&two, &one, 0.5, 1.0));
        inputs(&two, &two, 0.5, 1.0)
            .and("t", &0_usize)
            .of("adamw_step")
            .expect_panic("the first step has the number 1", || adamw_step(&two, &two, &two, &two, 0, 0.5, 1.0).0);
        inputs(&two, &one, 0.5, 1.0)
            .and("t", &1_usize)
            .of("adamw_step")
            .expect_panic("w and gradient differ in length", || adamw_step(&two, &two, &two, &one, 1, 0.5, 1.0).0);
    });
}
