//! # Task 9: the training loop
//!
//! Write `train_step(network, x, y, eta)` and `train(network, x, y, eta, epochs)` in `src/train.rs`. A step is forward,
//! backward, and every weight a little way down its own slope. Training is that step, over and over, each time with a
//! fresh forward pass. The errors along the way are the loss curve: reading it is how you see whether a network learns.
//! The parts are tasks 4, 5 and 8: if one of them is red, mend it first.

use super::yours;
use ch06_mistakes::given::{Network, Objective, initial_network};
use ch06_mistakes::naive::{self, Example};
use ch06_mistakes::t9_train::{Functions, TRAIN, TRAIN_STEP};
use checks::{Given, Random, Task, assert_snapshot, given, printed_by};
use ndarray::{Array1, Array2, Axis, array};
use std::f64::consts::PI;
use std::fmt::Write;

const TASK: Task<Functions> = Task {
    title: "The training loop",
    functions: &["train_step", "train"],
    section: "The training loop",
    yours: (yours::train_step, yours::train),
    diagnoses: &[&TRAIN_STEP, &TRAIN],
};

/// One seed for each objective.
fn examples(seed: u64) -> [Example; 2] {
    [naive::example(seed, Objective::Regression), naive::example(seed + 1, Objective::Classification)]
}

fn inputs(network: &Network, x: &Array2<f64>, y: &Array2<f64>, eta: f64) -> Given {
    given("w1", &network.w1).and("w2", &network.w2).and("x", x).and("y", y).and("eta", &eta)
}

/// The weights after one step, for both objectives, against loops.
#[test]
fn a_step_moves_every_weight_down_its_slope() {
    TASK.grade(1, |(train_step, _)| {
        for Example { network: before, x, y } in examples(61) {
            let (mut network, eta) = (before.clone(), 0.3);
            train_step(&mut network, &x, &y, eta);
            let right = naive::stepped(&before, &naive::gradients(&before, &x, &y), eta);
            inputs(&before, &x, &y, eta).got(network.w2).derived("W₂ after the step").expect(right.w2);
            inputs(&before, &x, &y, eta).got(network.w1).derived("W₁ after the step").expect(right.w1);
        }
    });
}

/// With η = 2 the error rises; next to the right answers it is tiny already, and far from them huge: a step is a step.
#[test]
fn a_step_is_taken_whatever_becomes_of_the_error() {
    TASK.grade(1, |(train_step, _)| {
        let Example { network: before, x, y } = naive::example(67, Objective::Regression);
        let distant = |distance: f64| naive::forward(&before, &x).y_hat + distance * Random::seeded(67).matrix(6, 2);
        for (y, eta) in [(y, 2.0), (distant(1e-6), 0.3), (distant(1e6), 0.3)] {
            let mut network = before.clone();
            train_step(&mut network, &x, &y, eta);
            let right = naive::stepped(&before, &naive::gradients(&before, &x, &y), eta);
            inputs(&before, &x, &y, eta).got(network.w2).derived("W₂ after the step").expect(right.w2);
            inputs(&before, &x, &y, eta).got(network.w1).derived("W₁ after the step").expect(right.w1);
        }
    });
}

#[test]
fn a_step_returns_the_error_from_before_it() {
    TASK.grade(1, |(train_step, _)| {
        for Example { network, x, y } in examples(63) {
            let error = train_step(&mut network.clone(), &x, &y, 0.3);
            inputs(&network, &x, &y, 0.3).got(error).expect(naive::error(&network, &x, &y));
        }
    });
}

/// For a tiny step the error falls by η times the squared length of the gradient. That is what a gradient promises.
#[test]
fn a_tiny_step_keeps_what_the_gradient_promises() {
    TASK.grade(1, |(train_step, _)| {
        for Example { network: before, x, y } in examples(65) {
            let (mut network, eta) = (before.clone(), 1e-6);
            let gradients = naive::gradients(&before, &x, &y);
            train_step(&mut network, &x, &y, eta);
            let fall = (naive::error(&before, &x, &y) - naive::error(&network, &x, &y)) / eta;
            inputs(&before, &x, &y, eta)
                .got(fall)
                .derived("the fall of the error divided by eta")
                .within(0.0, 1e-3)
                .expect(gradients.w1.pow2().sum() + gradients.w2.pow2().sum());
        }
    });
}

fn errors(networks: &[Network], x: &Array2<f64>, y: &Array2<f64>) -> Vec<f64> {
    networks.iter().map(|network| naive::error(network, x, y)).collect()
}

/// Three epochs: four numbers, from the untrained network to the trained one. No epochs: one number.
#[test]
fn a_training_returns_a_loss_for_each_epoch_and_one_for_the_start() {
    TASK.grade(1, |(_, train)| {
        let (Example { network, x, y }, eta) = (naive::example(67, Objective::Classification), 1.0);
        for epochs in [3, 1, 0] {
            let losses = train(&mut network.clone(), &x, &y, eta, epochs);
            let expected = errors(&naive::trained(&network, &x, &y, eta, epochs), &x, &y);
            inputs(&network, &x, &y, eta).and("epochs", &epochs).of("train").got(losses).expect(expected);
        }
    });
}

/// The network that was handed over is the trained one afterwards: `&mut` has changed it in place.
#[test]
fn a_training_changes_the_network_itself() {
    TASK.grade(1, |(_, train)| {
        let (Example { network: before, x, y }, eta) = (naive::example(68, Objective::Regression), 0.1);
        for epochs in [0, 1, 5] {
            let mut network = before.clone();
            train(&mut network, &x, &y, eta, epochs);
            let right = naive::trained(&before, &x, &y, eta, epochs).remove(epochs);
            let inputs = || inputs(&before, &x, &y, eta).and("epochs", &epochs).of("train");
            inputs().got(network.w1).derived("W₁ after the training").expect(right.w1);
            inputs().got(network.w2).derived("W₂ after the training").expect(right.w2);
        }
    });
}

/// With a step that is far too large the error rises. The loop takes all its steps even so: the loss curve shows it,
/// and the weights are the last ones, not the best.
#[test]
fn no_rising_error_ends_the_training() {
    TASK.grade(1, |(_, train)| {
        let (Example { network: before, x, y }, eta) = (naive::example(67, Objective::Regression), 2.0);
        let mut network = before.clone();
        let losses = train(&mut network, &x, &y, eta, 4);
        let right = naive::trained(&before, &x, &y, eta, 4);
        let inputs = || inputs(&before, &x, &y, eta).and("epochs", &4_usize).of("train");
        inputs().got(losses).within(0.0, 1e-6).expect(errors(&right, &x, &y));
        inputs().got(network.w2).derived("W₂ after the training").within(0.0, 1e-6).expect(right[4].w2.clone());
    });
}

/// A network that is almost right already, and steps so small that little changes: the loop takes all of them even so.
#[test]
fn no_small_error_ends_the_training() {
    TASK.grade(1, |(_, train)| {
        for (distance, eta) in [(0.1, 0.1), (0.01, 0.1), (1e-4, 0.1), (1.0, 1e-3), (1.0, 1e-6)] {
            let Example { network: before, x, .. } = naive::example(69, Objective::Regression);
            let y = naive::forward(&before, &x).y_hat + distance * Random::seeded(69).matrix(6, 2);
            let losses = train(&mut before.clone(), &x, &y, eta, 5);
            let expected = errors(&naive::trained(&before, &x, &y, eta, 5), &x, &y);
            let inputs = inputs(&before, &x, &y, eta).and("epochs", &5_usize).of("train");
            inputs.got(losses).expect(expected);
        }
    });
}

/// One sample and one neuron, and more epochs than it takes: all of them are run, and the errors all the way are there.
#[test]
fn no_number_of_epochs_is_too_large() {
    TASK.grade(1, |(_, train)| {
        let Example { network: before, x, y } = naive::sized(70, Objective::Classification, [1, 1, 1, 1]);
        let (epochs, eta) = (600, 0.01);
        let losses = train(&mut before.clone(), &x, &y, eta, epochs);
        let expected = errors(&naive::trained(&before, &x, &y, eta, epochs), &x, &y);
        inputs(&before, &x, &y, eta).and("epochs", &epochs).of("train").got(losses).expect(expected);
    });
}

/// What no single neuron can do. At first the loss stays near ln 2, the error of four answers of 1/2: a plateau. Then
/// it falls, and the tail is long.
#[test]
fn xor_is_learned() {
    TASK.grade(1, |(_, train)| {
        let (x, y) = naive::xor();
        let mut network = xor_network();
        let losses = complete(train(&mut network, &x, &y, 0.5, 500), 500);
        let mut table = loss_curve(&losses, &[0, 1, 10, 50, 100, 200, 300, 500]);
        for (sample, answer) in x.rows().into_iter().zip(naive::forward(&network, &x).y_hat) {
            writeln!(table, "{} xor {}: {answer:.2}", sample[1], sample[2]).unwrap();
        }
        assert_snapshot!(printed_by("train", table), @"
        epoch   loss
            0  0.695
            1  0.694
           10  0.688
           50  0.624
          100  0.456
          200  0.166
          300  0.050
          500  0.018
        0 xor 0: 0.01
        0 xor 1: 0.98
        1 xor 0: 0.98
        1 xor 1: 0.03
        ");
    });
}

/// From random weights, too: each of these networks with four hidden neurons ends with four right answers.
#[test]
fn xor_is_learned_from_random_weights() {
    TASK.grade(1, |(_, train)| {
        let (x, y) = naive::xor();
        for seed in 1..=3 {
            let before = initial_network(seed, Objective::Classification, 3, 4, 1);
            let mut network = before.clone();
            train(&mut network, &x, &y, 0.5, 500);
            inputs(&before, &x, &y, 0.5)
                .of("train")
                .got(naive::forward(&network, &x).y_hat)
                .derived("the predictions after 500 epochs")
                .expect_that("is above 0.9 where the answer is 1, and below 0.1 where it is 0", |y_hat| {
                    y_hat.iter().zip(&y).all(|(y_hat, y)| (y_hat - y).abs() < 0.1)
                });
        }
    });
}

/// A curve from 20 points. The network was told nothing of sines: beyond the samples it goes its own way.
#[test]
fn the_curve_of_a_sine_is_fitted() {
    TASK.grade(1, |(_, train)| {
        let (x, y) = sine();
        let mut network = initial_network(6, Objective::Regression, 2, 6, 1);
        let losses = complete(train(&mut network, &x, &y, 0.2, 500), 500);
        let table = loss_curve(&losses, &[0, 1, 10, 100, 200, 500]) + &picture(&network, &x, &y);
        assert_snapshot!(printed_by("train", table), @"
        epoch   loss
            0  0.644
            1  0.546
           10  0.251
          100  0.179
          200  0.079
          500  0.014

                                              *o**o o
                                           **o     ****o
                                          *            ***o
                                        **o                *o*
                                       o                      ***
        ***  o                        *                        o ****
           ****                      o
               *o*                o**
                  o***            *
                     o*****   *o**
                        o o**o

        ");
    });
}

/// The same two runs by another hand: JAX 0.10.2 with `value_and_grad` in double precision, from the same weights. JAX
/// was given the forward pass and the error, and found the slopes by itself.
#[test]
fn automatic_differentiation_takes_the_same_way() {
    TASK.grade(1, |(_, train)| {
        let xor =
            [0.695_280_318_689_470_5, 0.688_130_914_711_775_8, 0.455_657_681_828_264_05, 0.017_809_946_474_920_076];
        let curve =
            [0.643_670_365_212_803_3, 0.251_362_012_530_481_2, 0.178_871_931_519_943_93, 0.014_006_074_740_903_656];
        let regression = initial_network(6, Objective::Regression, 2, 6, 1);
        for ((x, y), network, eta, expected) in
            [(naive::xor(), xor_network(), 0.5, xor), (sine(), regression, 0.2, curve)]
        {
            let losses = complete(train(&mut network.clone(), &x, &y, eta, 500), 500);
            let inputs = inputs(&network, &x, &y, eta).and("epochs", &500_usize).of("train");
            let some = [0, 10, 100, 500].map(|epoch| losses[epoch]).to_vec();
            inputs.got(some).derived("the list of entries 0, 10, 100 and 500").expect(expected.to_vec());
        }
    });
}

/// The errors that `train` returned, once it is known that there are as many of them as there should be.
fn complete(losses: Vec<f64>, epochs: usize) -> Vec<f64> {
    let words = "one error from before the training, and one from after each epoch";
    given("epochs", &epochs).of("train").got(losses.clone()).expect_shape(&[epochs + 1], words);
    losses
}

/// The loss after these epochs, rounded.
fn loss_curve(losses: &[f64], epochs: &[usize]) -> String {
    let mut table = String::from("epoch   loss\n");
    for &epoch in epochs {
        writeln!(table, "{epoch:>5}  {:.3}", losses[epoch]).unwrap();
    }
    table
}

/// Weights for XOR, small and written down: three hidden neurons.
fn xor_network() -> Network {
    let w1 = array![[0.1, 0.5, -0.4], [-0.3, 0.6, 0.2], [0.2, -0.5, 0.3]];
    Network { objective: Objective::Classification, w1, w2: array![[0.1, -0.4, 0.5, 0.3]] }
}

/// One period of a sine, in 20 samples, each with its constant 1.
fn sine() -> (Array2<f64>, Array2<f64>) {
    let x = Array1::linspace(-1.0, 1.0, 20).insert_axis(Axis(1));
    (naive::extended(&x), x.mapv(|x| (PI * x).sin()))
}

/// The samples (o) and the curve of the network (*), between −1.2 and 1.2 on both axes.
fn picture(network: &Network, x: &Array2<f64>, y: &Array2<f64>) -> String {
    let mut rows = vec![vec![' '; 61]; 13];
    let row = |value: f64| (6.0 - 5.0 * value.clamp(-1.2, 1.2)).round() as usize;
    let across = naive::extended(&Array1::linspace(-1.2, 1.2, 61).insert_axis(Axis(1)));
    for (column, value) in naive::forward(network, &across).y_hat.iter().enumerate() {
        rows[row(*value)][column] = '*';
    }
    for (sample, value) in x.rows().into_iter().zip(y) {
        rows[row(*value)][(30.0 + 25.0 * sample[1]).round() as usize] = 'o';
    }
    rows.into_iter().map(|row| String::from_iter(row).trim_end().to_owned() + "\n").collect()
}
