//! # Task 9: the training loop
//!
//! Write `train_step(network, x, y, eta)` and `train(network, x, y, eta, epochs)` in `src/train.rs`. A step is forward,
//! backward, and every weight a little way down its own slope. Training is that step, over and over, each time with a
//! fresh forward pass. The errors along the way are the loss curve: reading it is how you see whether a network learns.
//! The parts are tasks 4, 5 and 8: if one of them is red, mend it first.

use super::plain::{self, Example};
use ch06::given::{Goal, Network, initial_network};
use ch06::{train, train_step};
use checks::{Given, Task, assert_snapshot, given, printed_by};
use ndarray::{Array1, Array2, array};
use std::f64::consts::PI;
use std::fmt::Write;

const TASK: Task =
    Task { title: "The training loop", functions: &["train_step", "train"], section: "The training loop" };

const GOALS: [Goal; 2] = [Goal::Regression, Goal::Classification];

fn inputs(network: &Network, x: &Array2<f64>, y: &Array2<f64>, eta: f64) -> Given {
    given("w1", &network.w1).and("w2", &network.w2).and("x", x).and("y", y).and("eta", &eta)
}

/// The weights after one step, for both goals, against loops.
#[test]
fn a_step_moves_every_weight_down_its_slope() {
    TASK.grade(2, || {
        for (seed, goal) in [61, 62].into_iter().zip(GOALS) {
            let (Example { network: before, x, y }, eta) = (plain::example(seed, goal), 0.5);
            let slopes = plain::slopes(&before, &x, &y);
            let right = plain::stepped(&before, &slopes, eta);
            let (down, up) = (plain::stepped(&before, &slopes, 1.0), plain::stepped(&before, &slopes, -eta));
            // Weights of which one matrix is new and the other old: slopes taken here come too late.
            let new_w1 = Network { w1: right.w1.clone(), ..before.clone() };
            let new_w2 = Network { w2: right.w2.clone(), ..before.clone() };
            let late_w2 = &before.w2 - eta * plain::slopes(&new_w1, &x, &y).w2;
            let late_w1 = &before.w1 - eta * plain::slopes(&new_w2, &x, &y).w1;
            let cache = plain::forward(&before, &x);
            let half_late_w1 = &before.w1 - eta * plain::slopes_from(&before, &cache, &right.w2, &x, &y).w1;

            let mut network = before.clone();
            let first = inputs(&before, &x, &y, eta).of("train_step");
            train_step(&mut network, &x, &y, eta);
            let climbs = "this climbs: the step goes against the slope, W ← W − η ∂E/∂W";
            let eta_lost = "the step size is not used: multiply the slopes by η";
            let start_lost = "this is the step alone: it is added to the weights, W ← W − η ∂E/∂W";
            let too_late =
                "W₁ is moved by a slope at the already updated W₂: compute all slopes before changing any weight";
            first
                .got(network.w2)
                .mistake(up.w2, climbs)
                .mistake(down.w2, eta_lost)
                .mistake(-eta * &slopes.w2, start_lost)
                .mistake(
                    late_w2,
                    "W₂ is moved by a slope at the already updated W₁: compute all slopes before changing any weight",
                )
                .mistake(before.w2.clone(), "W₂ is as it was: both matrices take a step")
                .expect(right.w2);
            inputs(&before, &x, &y, eta)
                .of("train_step")
                .got(network.w1)
                .mistake(up.w1, climbs)
                .mistake(down.w1, eta_lost)
                .mistake(-eta * &slopes.w1, start_lost)
                .mistake(late_w1, too_late)
                .mistake(half_late_w1, too_late)
                .mistake(before.w1.clone(), "W₁ is as it was: both matrices take a step")
                .expect(right.w1);
        }
    });
}

#[test]
fn a_step_returns_the_error_from_before_it() {
    TASK.grade(1, || {
        for (seed, goal) in [63, 64].into_iter().zip(GOALS) {
            let (Example { network: before, x, y }, eta) = (plain::example(seed, goal), 0.5);
            let after = plain::trained(&before, &x, &y, eta, 1).remove(1);
            inputs(&before, &x, &y, eta)
                .of("train_step")
                .got(train_step(&mut before.clone(), &x, &y, eta))
                .mistake(
                    plain::error(&after, &x, &y),
                    "this is the error after the step: return the one from before it, of the same forward pass",
                )
                .expect(plain::error(&before, &x, &y));
        }
    });
}

/// For a tiny step the error falls by η times the squared length of the gradient. That is what a gradient promises.
#[test]
fn a_tiny_step_keeps_what_the_gradient_promises() {
    TASK.grade(1, || {
        for (seed, goal) in [65, 66].into_iter().zip(GOALS) {
            let (Example { network: before, x, y }, eta) = (plain::example(seed, goal), 1e-6);
            let slopes = plain::slopes(&before, &x, &y);
            let squared_length = slopes.w1.pow2().sum() + slopes.w2.pow2().sum();
            let mut network = before.clone();
            let first = inputs(&before, &x, &y, eta).of("train_step");
            train_step(&mut network, &x, &y, eta);
            first
                .got((plain::error(&before, &x, &y) - plain::error(&network, &x, &y)) / eta)
                .within(0.0, 1e-3)
                .expect(squared_length);
        }
    });
}

const OLD_CACHE: &str =
    "the cache is an old one: after a step the activations are others, so each step needs a forward pass of its own";

/// Three epochs: four numbers, from the untrained network to the trained one.
#[test]
fn a_training_returns_a_loss_for_each_epoch_and_one_for_the_start() {
    TASK.grade(1, || {
        let (Example { network: before, x, y }, eta) = (plain::example(67, Goal::Classification), 1.0);
        let losses = |networks: &[Network]| -> Vec<f64> {
            networks.iter().map(|network| plain::error(network, &x, &y)).collect()
        };
        let expected = losses(&plain::trained(&before, &x, &y, eta, 3));
        let stale = losses(&trained_on_an_old_cache(&before, &x, &y, eta, 3));
        inputs(&before, &x, &y, eta)
            .and("epochs", &3_usize)
            .of("train")
            .got(train(&mut before.clone(), &x, &y, eta, 3))
            .mistake(
                expected[1..].to_vec(),
                "the error of the untrained network is missing: entry 0 is from before the first step",
            )
            .mistake(expected[..3].to_vec(), "the error after the last step is missing: it takes one more forward pass")
            .mistake(stale, OLD_CACHE)
            .mistake(vec![expected[0]; 4], OLD_CACHE)
            .expect(expected);
    });
}

/// The networks that a training loop gives which computes its cache once, before the first epoch.
fn trained_on_an_old_cache(
    network: &Network,
    x: &Array2<f64>,
    y: &Array2<f64>,
    eta: f64,
    epochs: usize,
) -> Vec<Network> {
    let cache = plain::forward(network, x);
    let mut networks = vec![network.clone()];
    for t in 0..epochs {
        let slopes = plain::slopes_from(&networks[t], &cache, &networks[t].w2, x, y);
        networks.push(plain::stepped(&networks[t], &slopes, eta));
    }
    networks
}

/// The network that was handed over is the trained one afterwards: `&mut` has changed it in place.
#[test]
fn a_training_changes_the_network_itself() {
    TASK.grade(1, || {
        let (Example { network: before, x, y }, eta) = (plain::example(68, Goal::Regression), 0.1);
        for epochs in [0, 1, 5] {
            let right = plain::trained(&before, &x, &y, eta, epochs).remove(epochs);
            let stale = trained_on_an_old_cache(&before, &x, &y, eta, epochs).remove(epochs);
            let further = plain::trained(&before, &x, &y, eta, epochs + 1).remove(epochs + 1);
            let one_more = "one step too many: the last error takes a forward pass only";
            let unchanged = "the network is as it was: was a clone of it trained?";
            let mut network = before.clone();
            let first = inputs(&before, &x, &y, eta).and("epochs", &epochs).of("train");
            train(&mut network, &x, &y, eta, epochs);
            first
                .got(network.w1)
                .mistake(before.w1.clone(), unchanged)
                .mistake(stale.w1, OLD_CACHE)
                .mistake(further.w1, one_more)
                .expect(right.w1);
            inputs(&before, &x, &y, eta)
                .and("epochs", &epochs)
                .of("train")
                .got(network.w2)
                .mistake(before.w2.clone(), unchanged)
                .mistake(stale.w2, OLD_CACHE)
                .mistake(further.w2, one_more)
                .expect(right.w2);
        }
    });
}

/// With a step that is far too large the error rises. The loop takes all its steps even so: the loss curve shows it.
#[test]
fn no_rising_error_ends_the_training() {
    TASK.grade(1, || {
        let (Example { network: before, x, y }, eta) = (plain::example(67, Goal::Regression), 2.0);
        let expected: Vec<f64> =
            plain::trained(&before, &x, &y, eta, 4).iter().map(|network| plain::error(network, &x, &y)).collect();
        inputs(&before, &x, &y, eta)
            .and("epochs", &4_usize)
            .of("train")
            .got(train(&mut before.clone(), &x, &y, eta, 4))
            .within(0.0, 1e-6)
            .expect(expected);
    });
}

/// The errors that `train` returned, once it is known that there are as many of them as there should be.
fn complete(losses: Vec<f64>, epochs: usize) -> Vec<f64> {
    let words = "one error from before the training, and one from after each epoch";
    Given::default().of("train").got(losses.clone()).expect_shape(&[epochs + 1], words);
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
    Network { goal: Goal::Classification, w1, w2: array![[0.1, -0.4, 0.5, 0.3]] }
}

/// What no single neuron can do. At first the loss stays near ln 2, the error of four answers of 1/2: a plateau. Then
/// it falls, and the tail is long.
#[test]
fn xor_is_learned() {
    TASK.grade(1, || {
        let (x, y) = plain::xor();
        let mut network = xor_network();
        let losses = complete(train(&mut network, &x, &y, 0.5, 500), 500);
        let mut table = loss_curve(&losses, &[0, 1, 10, 50, 100, 200, 300, 500]);
        for (sample, answer) in x.rows().into_iter().zip(plain::forward(&network, &x).y_hat) {
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
    TASK.grade(1, || {
        let ((x, y), eta) = (plain::xor(), 0.5);
        for seed in 1..=3 {
            let mut network = initial_network(seed, Goal::Classification, 3, 4, 1);
            let first = inputs(&network, &x, &y, eta).of("train");
            train(&mut network, &x, &y, eta, 500);
            first
                .got(plain::forward(&network, &x).y_hat)
                .expect_that("is above 0.9 where the answer is 1, and below 0.1 where it is 0", |y_hat| {
                    y_hat.iter().zip(&y).all(|(y_hat, y)| (y_hat - y).abs() < 0.1)
                });
        }
    });
}

/// One period of a sine, in 20 samples, each with its constant 1.
fn sine() -> (Array2<f64>, Array2<f64>) {
    let x = Array1::linspace(-1.0, 1.0, 20).insert_axis(ndarray::Axis(1));
    (plain::extended(&x), x.mapv(|x| (PI * x).sin()))
}

/// The samples (o) and the curve of the network (*), between −1.2 and 1.2 on both axes.
fn picture(network: &Network, x: &Array2<f64>, y: &Array2<f64>) -> String {
    let mut rows = vec![vec![' '; 61]; 13];
    let row = |value: f64| (6.0 - 5.0 * value.clamp(-1.2, 1.2)).round() as usize;
    let across = plain::extended(&Array1::linspace(-1.2, 1.2, 61).insert_axis(ndarray::Axis(1)));
    for (column, value) in plain::forward(network, &across).y_hat.iter().enumerate() {
        rows[row(*value)][column] = '*';
    }
    for (sample, value) in x.rows().into_iter().zip(y) {
        rows[row(*value)][(30.0 + 25.0 * sample[1]).round() as usize] = 'o';
    }
    rows.into_iter().map(|row| String::from_iter(row).trim_end().to_owned() + "\n").collect()
}

/// A curve from 20 points. The network was told nothing of sines: beyond the samples it goes its own way.
#[test]
fn the_curve_of_a_sine_is_fitted() {
    TASK.grade(1, || {
        let (x, y) = sine();
        let mut network = initial_network(6, Goal::Regression, 2, 6, 1);
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
    TASK.grade(1, || {
        let runs = [
            (
                plain::xor(),
                xor_network(),
                0.5,
                [0.695_280_318_689_470_5, 0.688_130_914_711_775_8, 0.455_657_681_828_264_05, 0.017_809_946_474_920_076],
            ),
            (
                sine(),
                initial_network(6, Goal::Regression, 2, 6, 1),
                0.2,
                [0.643_670_365_212_803_3, 0.251_362_012_530_481_2, 0.178_871_931_519_943_93, 0.014_006_074_740_903_656],
            ),
        ];
        for ((x, y), mut network, eta, expected) in runs {
            let first = inputs(&network, &x, &y, eta).and("epochs", &500_usize).of("train");
            let losses = complete(train(&mut network, &x, &y, eta, 500), 500);
            first.got([0, 10, 100, 500].map(|epoch| losses[epoch]).to_vec()).expect(expected.to_vec());
        }
    });
}
