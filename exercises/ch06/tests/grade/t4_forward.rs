//! # Task 4: the forward pass, with a cache
//!
//! Write `forward(network, x)` in `src/forward.rs`. It computes the predictions of a whole batch, and keeps what it
//! computed on the way: the way back needs the pre-activations and the activations of each layer. That is what a cache
//! is: not a trick, but the memory of the forward pass.

use super::yours;
use ch06_mistakes::given::{Cache, Network, Objective};
use ch06_mistakes::naive;
use ch06_mistakes::t4_forward::{FORWARD, Forward};
use checks::{Given, Task, given};
use ndarray::{Array2, Axis, array};

const TASK: Task<Forward> = Task {
    title: "The forward pass and its cache",
    functions: &["forward"],
    section: "The forward pass and its cache",
    yours: yours::forward,
    diagnoses: &[&FORWARD],
};

const OBJECTIVES: [Objective; 2] = [Objective::Regression, Objective::Classification];

/// Weights for which tanh gives round numbers: tanh(ln 2) = 3/5 and tanh(ln 3) = 4/5.
fn network(objective: Objective) -> (Network, Array2<f64>) {
    let (ln2, ln3) = (2.0_f64.ln(), 3.0_f64.ln());
    let network = Network { objective, w1: array![[ln2, 0.0], [0.0, ln3]], w2: array![[1.0, 5.0, -2.5]] };
    (network, array![[1.0, 1.0], [1.0, -1.0]])
}

fn inputs(network: &Network, x: &Array2<f64>) -> Given {
    given("x", x).and("w1", &network.w1).and("w2", &network.w2)
}

/// The first sample has H = [1, 0.6, 0.8] and ŷ = 1 + 5 · 0.6 − 2.5 · 0.8 = 2, the second H = [1, 0.6, −0.8] and ŷ = 6.
#[test]
fn a_batch_by_hand() {
    TASK.grade(2, |forward| {
        let (network, x) = network(Objective::Regression);
        inputs(&network, &x).got(forward(&network, &x).y_hat).expect(array![[2.0], [6.0]]);
        for x in [array![[1.0], [1.0]], array![[1.0, 1.0, 2.0], [1.0, -1.0, 0.0]]] {
            let call = || forward(&network, &x).y_hat;
            inputs(&network, &x).expect_panic("x has another number of columns than w1", call);
        }
        for w2 in [array![[5.0, -2.5]], array![[1.0, 5.0, -2.5, 1.0]]] {
            let network = Network { w2, ..network.clone() };
            let call = || forward(&network, &x).y_hat;
            inputs(&network, &x).expect_panic("w2 does not have a column more than w1 has rows", call);
        }
    });
}

/// What is kept is what was computed: pre-activations before tanh, activations after it, with the constant 1.
#[test]
fn a_cache_keeps_the_hidden_layer_before_and_after_its_activation() {
    TASK.grade(1, |forward| {
        let (network, x) = network(Objective::Regression);
        let (ln2, ln3) = (2.0_f64.ln(), 3.0_f64.ln());
        let Cache { a1, h, .. } = forward(&network, &x);
        inputs(&network, &x).got(a1).derived("`a1` of the cache").expect(array![[ln2, ln3], [ln2, -ln3]]);
        inputs(&network, &x).got(h).derived("`h` of the cache").expect(array![[1.0, 0.6, 0.8], [1.0, 0.6, -0.8]]);
    });
}

/// In classification the outputs are probabilities, σ(2) and σ(6), and the pre-activations are kept beside them.
#[test]
fn a_cache_keeps_the_output_layer_before_and_after_its_activation() {
    TASK.grade(1, |forward| {
        let (network, x) = network(Objective::Classification);
        let probabilities = array![[0.880_797_077_977_882_4], [0.997_527_376_843_365_2]];
        let Cache { a2, y_hat, .. } = forward(&network, &x);
        inputs(&network, &x).got(y_hat).derived("`y_hat` of the cache").expect(probabilities);
        inputs(&network, &x).got(a2).derived("`a2` of the cache").expect(array![[2.0], [6.0]]);
    });
}

/// Random networks with 3 inputs, 4 hidden neurons and 2 outputs, and some in which sizes are equal, against loops.
#[test]
fn every_entry_is_the_sum_that_its_formula_says() {
    TASK.grade(1, |forward| {
        let sizes = [[6, 3, 4, 2], [3, 3, 3, 4], [2, 3, 1, 2]];
        for (size, objective) in sizes.into_iter().flat_map(|size| OBJECTIVES.map(|objective| (size, objective))) {
            let naive::Example { network, x, .. } = naive::sized(641, objective, size);
            let (yours, expected) = (forward(&network, &x), naive::forward(&network, &x));
            inputs(&network, &x).got(yours.a1).derived("`a1` of the cache").expect(expected.a1);
            inputs(&network, &x).got(yours.h).derived("`h` of the cache").expect(expected.h);
            inputs(&network, &x).got(yours.a2).derived("`a2` of the cache").expect(expected.a2);
            inputs(&network, &x).got(yours.y_hat).derived("`y_hat` of the cache").expect(expected.y_hat);
        }
    });
}

/// A sample's prediction does not depend on its neighbours in the batch.
#[test]
fn a_batch_is_its_samples_one_by_one() {
    TASK.grade(1, |forward| {
        let naive::Example { network, x, .. } = naive::example(643, Objective::Classification);
        let expected = naive::forward(&network, &x).y_hat;
        for (j, sample) in x.rows().into_iter().enumerate() {
            let sample = sample.insert_axis(Axis(0)).to_owned();
            let prediction = expected.row(j).insert_axis(Axis(0)).to_owned();
            inputs(&network, &sample).got(forward(&network, &sample).y_hat).expect(prediction);
        }
    });
}

/// A feature of a million saturates the hidden neuron: tanh is 1 or −1 then, and no number is too large for it. Nor is
/// one for the sigmoid of the output.
#[test]
fn large_features_saturate_the_hidden_layer() {
    TASK.grade(1, |forward| {
        let (network, _) = network(Objective::Regression);
        let x = array![[1.0, 1e6], [1.0, -1e6]];
        let Cache { a1, y_hat, .. } = forward(&network, &x);
        inputs(&network, &x).got(y_hat).expect(array![[1.5], [6.5]]);
        inputs(&network, &x).got(a1).derived("`a1` of the cache").expect(x.dot(&network.w1.t()));
        let network = Network { objective: Objective::Classification, w2: array![[0.0, 0.0, 900.0]], ..network };
        inputs(&network, &x).got(forward(&network, &x).y_hat).expect(array![[1.0], [0.0]]);
    });
}
