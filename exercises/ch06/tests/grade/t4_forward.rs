//! # Task 4: the forward pass, with a cache
//!
//! Write `forward(network, x)` in `src/forward.rs`. It computes the predictions of a whole batch, and keeps what it
//! computed on the way: the way back needs the pre-activations and the activations of each layer. That is what a cache
//! is: not a trick, but the memory of the forward pass.

use super::plain;
use ch06::forward;
use ch06::given::{Cache, Goal, Network};
use checks::{Task, given};
use ndarray::{Array2, array};

const TASK: Task = Task {
    title: "The forward pass and its cache",
    functions: &["forward"],
    section: "The forward pass and its cache",
};

/// Weights for which tanh gives round numbers: tanh(ln 2) = 3/5 and tanh(ln 3) = 4/5.
fn network(goal: Goal) -> (Network, Array2<f64>) {
    let (ln2, ln3) = (2.0_f64.ln(), 3.0_f64.ln());
    let network = Network { goal, w1: array![[ln2, 0.0], [0.0, ln3]], w2: array![[1.0, 5.0, -2.5]] };
    (network, array![[1.0, 1.0], [1.0, -1.0]])
}

/// The first sample has H = [1, 0.6, 0.8] and ŷ = 1 + 5 · 0.6 − 2.5 · 0.8 = 2, the second H = [1, 0.6, −0.8] and ŷ = 6.
#[test]
fn a_batch_by_hand() {
    TASK.grade(2, || {
        let (Network { goal, w1, w2 }, x) = network(Goal::Regression);
        let linear = plain::extended(&array![[w1[[0, 0]], w1[[1, 1]]], [w1[[0, 0]], -w1[[1, 1]]]]);
        let network = Network { goal, w1, w2 };
        given("x", &x)
            .and("w1", &network.w1)
            .and("w2", &network.w2)
            .got(forward(&network, &x).y_hat)
            .mistake(
                array![[2.0_f64.tanh()], [6.0_f64.tanh()]],
                "the output is activated with tanh: f_o is the identity for regression, `output_activation` knows",
            )
            .mistake(
                array![[1.0 / (1.0 + (-2.0_f64).exp())], [1.0 / (1.0 + (-6.0_f64).exp())]],
                "the output went through the sigmoid: for regression f_o is the identity, `output_activation` knows",
            )
            .mistake(
                plain::extended(&array![[2.0 / 3.0, 0.75], [2.0 / 3.0, 0.25]]).dot(&network.w2.t()),
                "the hidden layer went through the sigmoid: here f_h is tanh",
            )
            .mistake(
                linear.dot(&network.w2.t()),
                "the hidden layer is not activated: tanh is missing, and two linear layers are one",
            )
            .mistake(
                array![[0.6 + 4.0 - 2.5], [0.6 - 4.0 - 2.5]],
                "the constant 1 stands behind the hidden activations: `with_bias` puts it before them, into column 0",
            )
            .mistake(
                array![[1.0_f64.tanh() + 1.0], [1.0_f64.tanh() + 5.0]],
                "the constant 1 went through tanh: activate first, then put the column of ones before",
            )
            .expect(array![[2.0], [6.0]]);
    });
}

/// What is kept is what was computed: pre-activations before tanh, activations after it, with the constant 1.
#[test]
fn a_cache_keeps_the_hidden_layer_before_and_after_its_activation() {
    TASK.grade(1, || {
        let (network, x) = network(Goal::Regression);
        let (ln2, ln3) = (2.0_f64.ln(), 3.0_f64.ln());
        let inputs = given("x", &x).and("w1", &network.w1).and("w2", &network.w2);
        let Cache { a1, h, .. } = forward(&network, &x);
        inputs
            .got(a1)
            .mistake(
                array![[0.6, 0.8], [0.6, -0.8]],
                "`a1` holds the activations: keep the pre-activations X W₁ᵀ in it, from before tanh",
            )
            .expect(array![[ln2, ln3], [ln2, -ln3]]);
        given("x", &x)
            .and("w1", &network.w1)
            .got(h)
            .mistake(
                array![[1.0, ln2, ln3], [1.0, ln2, -ln3]],
                "`h` holds the pre-activations: take tanh of each, then put the constant 1 before them",
            )
            .mistake(
                array![[1.0_f64.tanh(), 0.6, 0.8], [1.0_f64.tanh(), 0.6, -0.8]],
                "the constant 1 went through tanh: activate first, then put the column of ones before",
            )
            .mistake(
                array![[0.6, 0.8, 1.0], [0.6, -0.8, 1.0]],
                "the constant 1 stands behind the hidden activations: `with_bias` puts it before them, into column 0",
            )
            .mistake(
                array![[0.6, 0.8], [0.6, -0.8]],
                "`h` lacks the constant 1: keep it with the column of ones, as the output layer sees it",
            )
            .expect(array![[1.0, 0.6, 0.8], [1.0, 0.6, -0.8]]);
    });
}

/// In classification the outputs are probabilities, σ(2) and σ(6), and the pre-activations are kept beside them.
#[test]
fn a_cache_keeps_the_output_layer_before_and_after_its_activation() {
    TASK.grade(1, || {
        let (network, x) = network(Goal::Classification);
        let probabilities = array![[0.880_797_077_977_882_4], [0.997_527_376_843_365_2]];
        let inputs = given("x", &x).and("w1", &network.w1).and("w2", &network.w2);
        let Cache { a2, y_hat, .. } = forward(&network, &x);
        inputs
            .got(y_hat)
            .mistake(
                array![[2.0], [6.0]],
                "`y_hat` holds the pre-activations: for classification f_o is the sigmoid, `output_activation` knows",
            )
            .expect(probabilities.clone());
        given("x", &x)
            .and("w1", &network.w1)
            .and("w2", &network.w2)
            .got(a2)
            .mistake(probabilities, "`a2` holds the predictions: keep the pre-activations H W₂ᵀ in it")
            .expect(array![[2.0], [6.0]]);
    });
}

/// Random networks with 3 inputs, 4 hidden neurons and 2 outputs, against loops.
#[test]
fn every_entry_is_the_sum_that_its_formula_says() {
    TASK.grade(1, || {
        for (seed, goal) in [(641, Goal::Regression), (642, Goal::Classification)] {
            let plain::Example { network, x, .. } = plain::example(seed, goal);
            let expected = plain::forward(&network, &x);
            let inputs = || given("x", &x).and("w1", &network.w1).and("w2", &network.w2);
            let first = inputs();
            let Cache { a1, h, a2, y_hat } = forward(&network, &x);
            first.got(a1).expect(expected.a1);
            inputs().got(h).expect(expected.h);
            inputs().got(a2).expect(expected.a2);
            inputs().got(y_hat).expect(expected.y_hat);
        }
    });
}

/// A sample's prediction does not depend on its neighbours in the batch.
#[test]
fn a_batch_is_its_samples_one_by_one() {
    TASK.grade(1, || {
        let plain::Example { network, x, .. } = plain::example(643, Goal::Classification);
        let expected = plain::forward(&network, &x).y_hat;
        for (j, sample) in x.rows().into_iter().enumerate() {
            let sample = sample.insert_axis(ndarray::Axis(0)).to_owned();
            given("x", &sample)
                .and("w1", &network.w1)
                .and("w2", &network.w2)
                .got(forward(&network, &sample).y_hat)
                .expect(expected.row(j).insert_axis(ndarray::Axis(0)).to_owned());
        }
    });
}
