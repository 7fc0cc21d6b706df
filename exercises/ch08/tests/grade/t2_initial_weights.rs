//! # Task 2: the initial weights
//!
//! Write `initial_weights(uniform, gain)` in `src/initial.rs`. A signal passes through every layer on its way to the
//! output. If each layer makes it a little smaller, little is left of it after ten; if each makes it larger, every
//! tanh is saturated. The variance of the weights decides which, and the right one depends on the number of inputs.

use ch08::given::uniform;
use ch08::initial_weights;
use ch08_mistakes::t2_initial_weights::{INITIAL_WEIGHTS, InitialWeights};
use checks::{Given, Random, Task, given};
use ndarray::{Array2, array};

const TASK: Task<InitialWeights> = Task {
    title: "The initial weights",
    functions: &["initial_weights"],
    section: "The initial weights",
    yours: initial_weights,
    diagnoses: &[&INITIAL_WEIGHTS],
};

fn inputs(uniform: &Array2<f64>, gain: f64) -> Given {
    given("uniform", uniform).and("gain", &gain)
}

/// 3 inputs and gain 1: the limit is √(3/3) = 1. With 12 inputs it is √(3/12) = ½.
#[test]
fn three_and_twelve_inputs_by_hand() {
    TASK.grade(2, |initial_weights| {
        let u = array![[0.0, 0.5, 0.75], [0.25, 0.5, 0.875]];
        inputs(&u, 1.0).got(initial_weights(&u, 1.0)).expect(array![[-1.0, 0.0, 0.5], [-0.5, 0.0, 0.75]]);
        let twelve = Array2::from_elem((1, 12), 0.75);
        inputs(&twelve, 1.0).got(initial_weights(&twelve, 1.0)).expect(Array2::from_elem((1, 12), 0.25));
    });
}

/// Twice the gain, twice the weights. A gain of 0 makes all weights 0, and a network of these learns nothing.
#[test]
fn the_gain_stretches_all_weights() {
    TASK.grade(1, |initial_weights| {
        for (rows, columns, gain) in [(3, 5, 0.0), (3, 5, 0.3), (4, 1, 2.0_f64.sqrt()), (1, 6, 3.0), (1, 1, 1.0)] {
            let u = uniform(rows, columns, 83);
            let limit = (3.0 / columns as f64).sqrt();
            inputs(&u, gain).got(initial_weights(&u, gain)).expect(gain * limit * (2.0 * &u - 1.0));
        }
    });
}

/// Each weight comes from its own random number. Rows that are alike would learn alike, for ever.
#[test]
fn every_weight_is_one_of_its_own() {
    TASK.grade(1, |initial_weights| {
        let u = uniform(4, 3, 84);
        let w = initial_weights(&u, 1.0);
        inputs(&u, 1.0).got(w.clone()).expect_shape(&[4, 3], "one row for each neuron, one column for each input");
        inputs(&u, 1.0)
            .got(w)
            .expect_that("has no two rows alike", |w| (0..4).all(|i| (0..i).all(|j| w.row(i) != w.row(j))));
    });
}

/// The defining property: the variance of the weights is g²/k, with k the number of *inputs*. 30,000 weights come close
/// to it.
#[test]
fn the_variance_is_the_gain_squared_over_the_inputs() {
    TASK.grade(2, |initial_weights| {
        for (rows, columns, gain) in [(300, 100, 1.0), (100, 300, 2.0_f64.sqrt())] {
            let w = initial_weights(&uniform(rows, columns, 85), gain);
            let variance = (&w * &w).sum() / 30_000.0;
            given("neurons", &rows)
                .and("inputs", &columns)
                .and("gain", &gain)
                .got(variance)
                .derived("the mean square of the weights")
                .within(0.0, 0.05)
                .expect(gain * gain / columns as f64);
        }
    });
}

/// Ten layers of 100 neurons without an activation function: the mean square that goes in comes out again.
#[test]
fn ten_layers_keep_the_signal() {
    TASK.grade(1, |initial_weights| {
        let mut h = 3.0_f64.sqrt() * Random::seeded(86).matrix(100, 50);
        for layer in 0..10 {
            h = initial_weights(&uniform(100, 100, 87 + layer), 1.0).dot(&h);
        }
        given("layers", &10_usize)
            .and("gain", &1.0)
            .got((&h * &h).sum() / 5000.0)
            .derived("the mean square after ten layers")
            .expect_that("lies between 0.5 and 2", |m| (0.5..2.0).contains(m));
    });
}
