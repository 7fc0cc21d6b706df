//! # Task 9: a training step
//!
//! Write `mean_error(tape, objective, weights, x, y)` and `train_step(network, x, y, eta)` in `src/train.rs`. Of
//! chapter 6's nine tasks one line for each step forward is left. The tests train on XOR and on a sine, and the loss
//! curves are those of chapter 6, digit by digit: the tape computes the same derivatives.

use super::yours;
use ch07_mistakes::given::{MatrixTape, Network, Objective, initial_network};
use ch07_mistakes::naive::{self, Example, gradient, gradients_by_hand};
use ch07_mistakes::t9_train_step::{Functions, MEAN_ERROR, MeanError, TRAIN_STEP, TrainStep, network, weights};
use checks::{Given, Task, assert_snapshot, given, printed_by};
use ndarray::{Array1, Array2, Axis, array};
use std::f64::consts::PI;
use std::fmt::Write;

const TASK: Task<Functions> = Task {
    title: "A training step",
    functions: &["mean_error", "train_step"],
    section: "Training with the tape",
    yours: (yours::mean_error, yours::train_step),
    diagnoses: &[&MEAN_ERROR, &TRAIN_STEP],
};

const OBJECTIVES: [Objective; 2] = [Objective::Regression, Objective::Classification];
const GRADIENTS: [&str; 4] =
    ["the gradient for W₁", "the gradient for b₁", "the gradient for W₂", "the gradient for b₂"];

fn inputs(Example { weights: [w1, b1, w2, b2], x, y, .. }: &Example) -> Given {
    given("w1", w1).and("b1", b1).and("w2", w2).and("b2", b2).and("x", x).and("y", y)
}

/// The error that is recorded for an example, and its gradients.
fn recorded(mean_error: MeanError, Example { objective, weights, x, y }: &Example) -> (Array2<f64>, naive::Weights) {
    let mut tape = MatrixTape::new();
    // Another network stands on the tape already.
    weights.iter().for_each(|matrix| _ = tape.leaf(&(0.5 * matrix)));
    let places = [0, 1, 2, 3].map(|i| tape.leaf(&weights[i]));
    let error = mean_error(&mut tape, *objective, places, x, y);
    (tape.value(error).clone(), places.map(|place| gradient(&tape, error, place)))
}

/// Chapter 6's case on paper, with an error of 0.58.
#[test]
fn the_case_on_paper_of_chapter_6() {
    TASK.grade(1, |(mean_error, _)| {
        let ln = f64::ln;
        let w1 = array![[ln(3.0) / 2.0], [ln(2.0)]];
        let weights = [w1, array![[ln(3.0) / 2.0, 0.0]], array![[2.0, -1.0]], array![[1.0]]];
        let (x, y) = (array![[1.0], [-1.0]], array![[1.0], [2.0]]);
        let example = Example { objective: Objective::Regression, weights, x, y };
        inputs(&example).got(recorded(mean_error, &example).0).expect(array![[0.58]]);
    });
}

#[test]
fn the_recorded_error_is_that_of_the_network() {
    TASK.grade(1, |(mean_error, _)| {
        for (seed, sizes) in [[5, 3, 4, 2], [1, 2, 3, 1], [3, 1, 1, 2]].into_iter().enumerate() {
            for objective in OBJECTIVES {
                let example = naive::example(800 + seed as u64, objective, sizes);
                let right = naive::error(objective, &example.weights, &example.x, &example.y);
                inputs(&example).got(recorded(mean_error, &example).0).expect(array![[right]]);
            }
        }
    });
}

/// Every step is on the tape, from the weights to the error. The gradients are those of chapter 6.
#[test]
fn the_tape_leads_from_the_error_to_every_weight() {
    TASK.grade(2, |(mean_error, _)| {
        for objective in OBJECTIVES {
            let example = naive::example(804, objective, [3, 2, 3, 2]);
            let right = gradients_by_hand(objective, &example.weights, &example.x, &example.y);
            let yours = recorded(mean_error, &example).1;
            for ((yours, right), name) in yours.into_iter().zip(right).zip(GRADIENTS) {
                inputs(&example).got(yours).derived(name).expect(right);
            }
        }
    });
}

#[test]
fn a_step_moves_every_weight_against_its_gradient() {
    TASK.grade(2, |(_, train_step)| {
        for (objective, eta) in OBJECTIVES.into_iter().zip([0.3, 2.0]) {
            let example = naive::example(805, objective, [4, 2, 3, 2]);
            let mut network = network(&example);
            train_step(&mut network, &example.x, &example.y, eta);
            let gradients = gradients_by_hand(objective, &example.weights, &example.x, &example.y);
            for (i, after) in weights(&network).into_iter().enumerate() {
                inputs(&example)
                    .and("eta", &eta)
                    .of("train_step")
                    .got(after)
                    .derived(["W₁ after the step", "b₁ after the step", "W₂ after the step", "b₂ after the step"][i])
                    .expect(&example.weights[i] - eta * &gradients[i]);
            }
        }
    });
}

#[test]
fn a_step_returns_the_error_from_before_it() {
    TASK.grade(1, |(_, train_step)| {
        for objective in OBJECTIVES {
            let example = naive::example(806, objective, [4, 2, 3, 2]);
            let error = train_step(&mut network(&example), &example.x, &example.y, 0.3);
            let right = naive::error(objective, &example.weights, &example.x, &example.y);
            inputs(&example).and("eta", &0.3).of("train_step").got(error).expect(right);
        }
    });
}

/// The errors of a training of this many steps, and one more, from after the last step.
fn losses(train_step: TrainStep, network: &mut Network, x: &Array2<f64>, y: &Array2<f64>, eta: f64) -> Vec<f64> {
    let mut losses: Vec<f64> = (0..500).map(|_| train_step(network, x, y, eta)).collect();
    losses.push(naive::error(network.objective, &weights(network), x, y));
    losses
}

/// Chapter 6's weights for XOR, whose column 0 held the biases.
fn xor() -> (Network, Array2<f64>, Array2<f64>) {
    let network = Network {
        objective: Objective::Classification,
        w1: array![[0.5, -0.4], [0.6, 0.2], [-0.5, 0.3]],
        b1: array![[0.1, -0.3, 0.2]],
        w2: array![[-0.4, 0.5, 0.3]],
        b2: array![[0.1]],
    };
    let x = array![[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]];
    (network, x, array![[0.0], [1.0], [1.0], [0.0]])
}

/// The table that chapter 6 printed, without a line of its backward pass.
#[test]
fn xor_is_learned_as_in_chapter_6() {
    TASK.grade(2, |(_, train_step)| {
        let (mut network, x, y) = xor();
        let losses = losses(train_step, &mut network, &x, &y, 0.5);
        let mut table = String::from("epoch   loss\n");
        for epoch in [0, 1, 10, 50, 100, 200, 300, 500] {
            writeln!(table, "{epoch:>5}  {:.3}", losses[epoch]).unwrap();
        }
        assert_snapshot!(printed_by("train_step", table), @"
        epoch   loss
            0  0.695
            1  0.694
           10  0.688
           50  0.624
          100  0.456
          200  0.166
          300  0.050
          500  0.018
        ");
    });
}

/// Chapter 6's two trainings by another hand: JAX 0.10.2 with `value_and_grad` in double precision, from the same
/// weights. Twelve digits agree.
#[test]
fn both_loss_curves_are_those_of_chapter_6() {
    TASK.grade(2, |(_, train_step)| {
        let by_jax = [
            [0.695_280_318_689_470_5, 0.688_130_914_711_775_8, 0.455_657_681_828_264_05, 0.017_809_946_474_920_076],
            [0.643_670_365_212_803_3, 0.251_362_012_530_481_2, 0.178_871_931_519_943_93, 0.014_006_074_740_903_656],
        ];
        let x = Array1::linspace(-1.0, 1.0, 20).insert_axis(Axis(1));
        let sine = (initial_network(6, Objective::Regression, 1, 6, 1), x.clone(), x.mapv(|x| (PI * x).sin()));
        for (((mut network, x, y), eta), expected) in [xor(), sine].into_iter().zip([0.5, 0.2]).zip(by_jax) {
            let example = Example { objective: network.objective, weights: weights(&network), x, y };
            let losses = losses(train_step, &mut network, &example.x, &example.y, eta);
            inputs(&example)
                .and("eta", &eta)
                .of("train_step")
                .got([0, 10, 100, 500].map(|epoch| losses[epoch]).to_vec())
                .derived("the errors after 0, 10, 100 and 500 steps")
                .within(0.0, 1e-12)
                .expect(expected.to_vec());
        }
    });
}
