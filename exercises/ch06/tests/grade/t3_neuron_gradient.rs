//! # Task 3: the chain rule on one neuron
//!
//! Write `neuron_gradient(w, x, y)` in `src/neuron.rs`. Weights make a pre-activation, the pre-activation makes a
//! prediction, the prediction makes an error. Each step has a derivative that you know; the slope of the whole is their
//! product. A deep network is the same, with more steps.

use ch06::neuron_gradient;
use ch06_mistakes::naive::sigmoid;
use ch06_mistakes::t3_neuron_gradient::{NEURON_GRADIENT, NeuronGradient};
use checks::{Random, Task, given};
use ndarray::{Array1, array};

const TASK: Task<NeuronGradient> = Task {
    title: "The chain rule",
    functions: &["neuron_gradient"],
    section: "The chain rule",
    yours: neuron_gradient,
    diagnoses: &[&NEURON_GRADIENT],
};

/// a = −ln 4, so ŷ = 1/5 and ŷ(1 − ŷ) = 4/25. With y = 1 the first factor is 2 · (−4/5), and the product −32/125 · x.
#[test]
fn a_neuron_by_hand() {
    TASK.grade(2, |neuron_gradient| {
        let (w, x, y) = (array![2.0 - 4.0_f64.ln(), -1.0], array![1.0, 2.0], 1.0);
        let gradient = neuron_gradient(&w, &x, y);
        given("w", &w).and("x", &x).and("y", &y).got(gradient).expect(array![-0.256, -0.512]);
        for (w, x) in [(array![1.0, 2.0], array![3.0]), (array![1.0], array![3.0, 4.0])] {
            given("w", &w).and("x", &x).expect_panic("w and x differ in length", || neuron_gradient(&w, &x, y));
        }
    });
}

fn error(w: &Array1<f64>, x: &Array1<f64>, y: f64) -> f64 {
    (sigmoid(w.iter().zip(x).map(|(w, x)| w * x).sum()) - y).powi(2)
}

/// The answer may be any number: the squared error does not ask for 0 or 1.
#[test]
fn every_slope_agrees_with_the_measured_one() {
    TASK.grade(2, |neuron_gradient| {
        for seed in 0..5 {
            let mut random = Random::seeded(630 + seed);
            let k = 4 + seed as usize;
            let (w, x, y) = (random.vector(k), random.vector(k), [1.0, 0.0, 0.3, 0.8, -2.0][seed as usize]);
            let gradient = neuron_gradient(&w, &x, y);
            given("w", &w).and("x", &x).and("y", &y).got(gradient).expect_gradient_of(|w| error(w, &x, y), &w);
        }
    });
}

/// At a = −30 the sigmoid is flat: the neuron is as wrong as can be, and its slope is almost 0 all the same. ŷ(1 − ŷ)
/// is e⁻³⁰ there, up to one part in 10¹³. At a = ±800 nothing is left of it, and e⁸⁰⁰ is too large for a number.
#[test]
fn a_saturated_neuron_hardly_learns() {
    TASK.grade(1, |neuron_gradient| {
        for a in [-12.0, -20.0, -30.0, -40.0, -100.0, -600.0, -800.0, 800.0] {
            let (w, x) = (array![a], array![1.0]);
            let expected = if a < 0.0 { -2.0 * f64::exp(a) / (1.0 + f64::exp(a)).powi(3) } else { 0.0 };
            let inputs = given("w", &w).and("x", &x).and("y", &1.0);
            inputs.got(neuron_gradient(&w, &x, 1.0)).within(1e-300, 1e-9).expect(array![expected]);
        }
        for a in [5.0, 10.0, 20.0] {
            let (w, x) = (array![a], array![1.0]);
            let expected = 2.0 * f64::exp(-a) / (1.0 + f64::exp(-a)).powi(3);
            let inputs = given("w", &w).and("x", &x).and("y", &0.0);
            inputs.got(neuron_gradient(&w, &x, 0.0)).within(0.0, 1e-6).expect(array![expected]);
        }
    });
}

/// An input of 0 has no part in the prediction, so its weight has no part in the error.
#[test]
fn an_input_of_zero_has_no_slope() {
    TASK.grade(1, |neuron_gradient| {
        let (w, x) = (array![0.0, 5.0, 0.0], array![4.0, 0.0, -8.0]);
        let gradient = neuron_gradient(&w, &x, 1.0);
        given("w", &w).and("x", &x).and("y", &1.0).got(gradient).expect(array![-1.0, 0.0, 2.0]);
    });
}
