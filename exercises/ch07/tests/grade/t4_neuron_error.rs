//! # Task 4: only the way forward
//!
//! Write `neuron_error(tape, w, x, y)` in `src/neuron.rs`: the squared error of chapter 6's neuron, step by step on the
//! tape. Nothing of its derivative is to be written. If each step is recorded with the functions of tasks 1 and 2, the
//! sweep finds the gradient; the tests compare it with chapter 6's formula.

use super::yours;
use ch07_mistakes::given::{Tape, Var, sigma};
use ch07_mistakes::naive::derivatives;
use ch07_mistakes::t4_neuron_error::{NEURON_ERROR, NeuronError};
use checks::{Given, Random, Task, given};
use ndarray::{Array1, array};

const TASK: Task<NeuronError> = Task {
    title: "Only the way forward",
    functions: &["neuron_error"],
    section: "Only the way forward",
    yours: yours::neuron_error,
    diagnoses: &[&NEURON_ERROR],
};

fn inputs(w: &Array1<f64>, x: &Array1<f64>, y: f64) -> Given {
    given("w", w).and("x", x).and("y", &y)
}

/// The error of a neuron with these weights, and its gradient for them.
fn recorded(neuron_error: NeuronError, w: &Array1<f64>, x: &Array1<f64>, y: f64) -> (f64, Array1<f64>) {
    let mut tape = Tape::new();
    let places: Vec<Var> = w.iter().map(|&w| tape.leaf(w)).collect();
    let error = neuron_error(&mut tape, &places, &x.to_vec(), y);
    let gradient = derivatives(&tape, error)[..w.len()].to_vec();
    (tape.value(error), Array1::from(gradient))
}

const GRADIENT: &str = "the gradient for the weights";

/// Chapter 6's case: a = −ln 4, so ŷ = 1/5, and with y = 1 the error is 16/25. The gradient was −32/125 · x.
#[test]
fn a_neuron_by_hand() {
    TASK.grade(2, |neuron_error| {
        let (w, x) = (array![2.0 - 4.0_f64.ln(), -1.0], array![1.0, 2.0]);
        let (error, gradient) = recorded(neuron_error, &w, &x, 1.0);
        inputs(&w, &x, 1.0).got(error).expect(0.64);
        inputs(&w, &x, 1.0).got(gradient).derived(GRADIENT).expect(array![-0.256, -0.512]);
        for (w, x) in [(array![1.0, 2.0], array![3.0]), (array![1.0], array![3.0, 4.0])] {
            let call = || recorded(neuron_error, &w, &x, 1.0).0;
            inputs(&w, &x, 1.0).expect_panic("w and x differ in length", call);
        }
    });
}

/// ∂E/∂w = 2 (ŷ − y) ŷ (1 − ŷ) x, which chapter 6 worked out. Here nobody has written it down.
#[test]
fn the_gradient_is_that_of_chapter_6() {
    TASK.grade(2, |neuron_error| {
        for seed in 0..6 {
            let mut random = Random::seeded(740 + seed);
            let k = 1 + seed as usize;
            let (w, x, y) = (random.vector(k), random.vector(k), f64::from(seed % 2 == 0));
            let y_hat = sigma(w.dot(&x));
            let (error, gradient) = recorded(neuron_error, &w, &x, y);
            inputs(&w, &x, y).got(error).expect((y_hat - y).powi(2));
            let by_hand = 2.0 * (y_hat - y) * y_hat * (1.0 - y_hat) * &x;
            inputs(&w, &x, y).got(gradient).derived(GRADIENT).expect(by_hand);
        }
    });
}

/// Two neurons share a weight: the tape has both errors, and the gradient of their sum is the sum of the gradients.
#[test]
fn several_samples_can_stand_on_one_tape() {
    TASK.grade(2, |neuron_error| {
        let (w, samples) = (array![0.3, -0.8], [(array![1.0, 2.0], 1.0), (array![1.0, -0.5], 0.0)]);
        let mut tape = Tape::new();
        let places: Vec<Var> = w.iter().map(|&w| tape.leaf(w)).collect();
        let errors = samples.each_ref().map(|(x, y)| neuron_error(&mut tape, &places, &x.to_vec(), *y));
        for ((x, y), error) in samples.iter().zip(errors) {
            let (value, gradient) = recorded(neuron_error, &w, x, *y);
            inputs(&w, x, *y).got(tape.value(error)).derived("the error, after that of another sample").expect(value);
            let yours = Array1::from(derivatives(&tape, error)[..2].to_vec());
            inputs(&w, x, *y).got(yours).derived(GRADIENT).expect(gradient);
        }
    });
}
