//! # Task 5: a step size for each weight
//!
//! Write `rmsprop_step(…)` and `adam_step(…)` in `src/adaptive.rs`. One weight's derivatives are a thousand times those
//! of another; no single step size suits both. Divide each derivative by its own usual size, and every weight moves at
//! the same pace. Adam adds momentum, and corrects both means for having begun at 0: its very first step has the size
//! `η`.

use ch08::given::EPSILON;
use ch08::{adam_step, rmsprop_step};
use ch08_mistakes::t5_adaptive::{ADAM_STEP, Both, RMSPROP_STEP};
use checks::{Given, Random, Task, given};
use ndarray::{Array1, array};

const TASK: Task<Both> = Task {
    title: "A step size for each weight",
    functions: &["rmsprop_step", "adam_step"],
    section: "A step size for each weight",
    yours: (rmsprop_step, adam_step),
    diagnoses: &[&RMSPROP_STEP, &ADAM_STEP],
};

fn adam_inputs(w: &Array1<f64>, m: &Array1<f64>, v: &Array1<f64>, gradient: &Array1<f64>, t: usize, eta: f64) -> Given {
    given("w", w).and("m", m).and("v", v).and("gradient", gradient).and("t", &t).and("eta", &eta).of("adam_step")
}

/// A quarter of 16 is 4, and its root 2: the step is 0.1 · 4/2.
#[test]
fn one_step_of_rmsprop_by_hand() {
    TASK.grade(1, |(rmsprop_step, _)| {
        let (w, s, gradient) = (array![1.0, -1.0], array![0.0, 4.0], array![4.0, -2.0]);
        let (after, kept) = rmsprop_step(&w, &s, &gradient, 0.1, 0.75);
        let inputs =
            || given("w", &w).and("mean_square", &s).and("gradient", &gradient).and("eta", &0.1).and("rho", &0.75);
        inputs().got(kept).derived("the mean square after the step").expect(array![4.0, 4.0]);
        inputs().got(after).derived("w after the step").within(1e-8, 1e-8).expect(array![0.8, -0.9]);
    });
}

/// At first the mean square is 0, and a share 1 − ρ of the square comes in: nothing corrects this, as it does in Adam.
#[test]
fn rmsprop_begins_with_a_share_of_the_first_square() {
    TASK.grade(1, |(rmsprop_step, _)| {
        let (w, zero, gradient) = (array![1.0], array![0.0], array![-2.0]);
        let (after, kept) = rmsprop_step(&w, &zero, &gradient, 0.1, 0.96);
        let inputs =
            || given("w", &w).and("mean_square", &zero).and("gradient", &gradient).and("eta", &0.1).and("rho", &0.96);
        inputs().got(kept).derived("the mean square after the step").expect(array![0.16]);
        inputs().got(after).derived("w after the step").within(1e-6, 0.0).expect(array![1.5]);
    });
}

/// The mean square settles at that of a constant gradient, and then each step has the size η, whatever the gradient is.
#[test]
fn rmsprop_steps_settle_at_the_step_size() {
    TASK.grade(1, |(rmsprop_step, _)| {
        let (mut w, mut s, gradient) = (array![0.0, 0.0], array![0.0, 0.0], array![1e-3, -1e3]);
        let mut before = w.clone();
        for _ in 0..300 {
            before.assign(&w);
            (w, s) = rmsprop_step(&w, &s, &gradient, 0.01, 0.9);
        }
        let inputs = given("steps", &300_usize).and("gradient", &gradient).and("eta", &0.01).and("rho", &0.9);
        inputs.got(&before - &w).derived("the last step").within(0.0, 1e-4).expect(array![0.01, -0.01]);
    });
}

/// ε is outside the root. With a gradient as small as ε itself it halves the step: a gradient of 10⁻⁸ over
/// 10⁻⁸ + 10⁻⁸. Inside the root it would be ten thousand times as large.
#[test]
fn epsilon_is_added_after_the_root() {
    TASK.grade(1, |(rmsprop_step, adam_step)| {
        let (zero, gradient) = (array![0.0], array![EPSILON]);
        let inputs = given("w", &zero).and("mean_square", &zero).and("gradient", &gradient);
        let (after, _) = rmsprop_step(&zero, &zero, &gradient, 1.0, 0.0);
        inputs.and("eta", &1.0).and("rho", &0.0).got(after).derived("w after the step").expect(array![-0.5]);
        let (after, ..) = adam_step(&zero, &zero, &zero, &gradient, 1, 1.0);
        adam_inputs(&zero, &zero, &zero, &gradient, 1, 1.0)
            .got(after)
            .derived("w after the step")
            .within(0.0, 1e-6)
            .expect(array![-0.5]);
    });
}

/// The defining property of Adam: the first step has the size η, whatever the size of the gradient. Without the
/// correction it would be √0.1 / 0.1 = 3.16 times as long.
#[test]
fn adams_first_step_has_the_size_eta() {
    TASK.grade(2, |(_, adam_step)| {
        let zero = Array1::zeros(5);
        let gradient = array![1e-3, 1.0, -1.0, 1e6, -42.0];
        let (after, ..) = adam_step(&zero, &zero, &zero, &gradient, 1, 0.001);
        let expected = array![-0.001, -0.001, 0.001, -0.001, 0.001];
        adam_inputs(&zero, &zero, &zero, &gradient, 1, 0.001)
            .got(after)
            .derived("w after the step")
            .within(0.0, 1e-4)
            .expect(expected);
    });
}

/// What is remembered are the running means themselves, not the corrected ones. Here both become smaller.
#[test]
fn adam_remembers_the_means_without_the_correction() {
    TASK.grade(1, |(_, adam_step)| {
        let (w, m, v, gradient) = (array![1.0], array![2.0], array![3.0], array![-1.5]);
        let (_, kept_m, kept_v) = adam_step(&w, &m, &v, &gradient, 2, 0.1);
        let inputs = || adam_inputs(&w, &m, &v, &gradient, 2, 0.1);
        inputs().got(kept_m).derived("m after the step").expect(array![0.9 * 2.0 - 0.1 * 1.5]);
        inputs().got(kept_v).derived("v after the step").expect(array![0.999 * 3.0 + 0.001 * 2.25]);
    });
}

/// Five steps with random gradients, by PyTorch's form of the same formula: both corrections in one factor.
#[test]
fn five_steps_of_adam() {
    TASK.grade(1, |(_, adam_step)| {
        let mut random = Random::seeded(92);
        for k in [3, 1] {
            let start = random.vector(k);
            let (mut w, mut m, mut v) = (start.clone(), Array1::zeros(k), Array1::zeros(k));
            let (mut w_right, mut m_right, mut v_right) =
                (start.clone(), Array1::<f64>::zeros(k), Array1::<f64>::zeros(k));
            for t in 1..=5 {
                let gradient = 4.0 * random.vector(k);
                (w, m, v) = adam_step(&w, &m, &v, &gradient, t, 0.1);
                for i in 0..k {
                    m_right[i] += 0.1 * (gradient[i] - m_right[i]);
                    v_right[i] += 0.001 * (gradient[i] * gradient[i] - v_right[i]);
                    let (c1, c2) = (1.0 - 0.9_f64.powi(t as i32), 1.0 - 0.999_f64.powi(t as i32));
                    w_right[i] -= 0.1 / c1 * m_right[i] / ((v_right[i] / c2).sqrt() + 1e-8);
                }
                let inputs =
                    given("w at first", &start).and("steps", &t).and("the last gradient", &gradient).of("adam_step");
                inputs.got(w.clone()).derived("w after the steps").expect(w_right.clone());
            }
        }
    });
}

#[test]
fn step_0_and_other_lengths_are_refused() {
    TASK.grade(1, |(rmsprop_step, adam_step)| {
        let (two, one) = (array![1.0, 2.0], array![1.0]);
        let (after, _) = rmsprop_step(&two, &(&two * &two), &two, 1.0, 0.5);
        given("w", &two)
            .and("mean_square", &(&two * &two))
            .and("gradient", &two)
            .and("eta", &1.0)
            .and("rho", &0.5)
            .got(after)
            .derived("w after the step")
            .within(1e-7, 0.0)
            .expect(array![0.0, 1.0]);
        given("w", &two)
            .and("mean_square", &two)
            .and("gradient", &one)
            .expect_panic("w and gradient differ in length", || rmsprop_step(&two, &two, &one, 1.0, 0.5).0);
        given("w", &two)
            .and("mean_square", &one)
            .and("gradient", &two)
            .expect_panic("w and mean_square differ in length", || rmsprop_step(&two, &one, &two, 1.0, 0.5).0);
        adam_inputs(&two, &two, &two, &two, 0, 0.1)
            .expect_panic("the first step has the number 1", || adam_step(&two, &two, &two, &two, 0, 0.1).0);
        adam_inputs(&two, &two, &two, &one, 1, 0.1)
            .expect_panic("w and gradient differ in length", || adam_step(&two, &two, &two, &one, 1, 0.1).0);
        adam_inputs(&two, &one, &two, &two, 1, 0.1)
            .expect_panic("w and m differ in length", || adam_step(&two, &one, &two, &two, 1, 0.1).0);
        adam_inputs(&two, &two, &one, &two, 1, 0.1)
            .expect_panic("w and v differ in length", || adam_step(&two, &two, &one, &two, 1, 0.1).0);
    });
}
