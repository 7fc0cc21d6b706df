//! # Task 8: the backward pass
//!
//! Write `backward(network, cache, x, y)` in `src/backward.rs`: the gradients of the mean error for the weights of the
//! network. Everything in the network and in the error is differentiable, so each step back is one factor of the chain
//! rule. The tests measure every slope numerically, which takes two forward passes for each weight. You need one pass
//! forward and one back for all of them: that is why networks can be trained at all.

use super::yours;
use ch06_mistakes::given::{Gradients, Network, Objective};
use ch06_mistakes::naive::{self, Example};
use ch06_mistakes::t8_backward::{BACKWARD, Backward};
use checks::{Given, Task, given};
use ndarray::{Array2, Axis, array, concatenate};

const TASK: Task<Backward> = Task {
    title: "The backward pass",
    functions: &["backward"],
    section: "The backward pass",
    yours: yours::backward,
    diagnoses: &[&BACKWARD],
};

const OBJECTIVES: [Objective; 2] = [Objective::Regression, Objective::Classification];

fn inputs(network: &Network, x: &Array2<f64>, y: &Array2<f64>) -> Given {
    given("w1", &network.w1).and("w2", &network.w2).and("x", x).and("y", y)
}

/// One sample, one hidden neuron with tanh(ln 2) = 3/5, so tanh' = 1 − 9/25 = 16/25. The prediction is 1 + 5 · 3/5 = 4
/// and the answer 3: Δ₂ = 2. Then ∂E/∂W₂ = 2 · [1, 3/5], and Δ₁ = 2 · 5 · 16/25 = 6.4, so ∂E/∂W₁ = 6.4 · [1, 2].
#[test]
fn a_hidden_neuron_by_hand() {
    TASK.grade(1, |backward| {
        let (x, y) = (array![[1.0, 2.0]], array![[3.0]]);
        let w1 = array![[2.0_f64.ln() - 2.0, 1.0]];
        let network = Network { objective: Objective::Regression, w1, w2: array![[1.0, 5.0]] };
        let Gradients { w1, w2 } = backward(&network, &naive::forward(&network, &x), &x, &y);
        inputs(&network, &x, &y).got(w2).derived("`w2` of the gradients").expect(array![[2.0, 1.2]]);
        inputs(&network, &x, &y).got(w1).derived("`w1` of the gradients").expect(array![[6.4, 12.8]]);
    });
}

/// The mean error as a function of the weights.
fn error(objective: Objective, x: &Array2<f64>, y: &Array2<f64>, w1: &Array2<f64>, w2: &Array2<f64>) -> f64 {
    naive::error(&Network { objective, w1: w1.clone(), w2: w2.clone() }, x, y)
}

#[test]
fn every_slope_of_the_hidden_layer_agrees_with_the_measured_one() {
    TASK.grade(2, |backward| {
        for (seed, sizes) in [(680, [6, 3, 4, 2]), (681, [2, 2, 3, 5]), (682, [3, 3, 3, 3]), (683, [1, 2, 1, 2])] {
            for objective in OBJECTIVES {
                let Example { network, x, y } = naive::sized(seed, objective, sizes);
                let w1 = backward(&network, &naive::forward(&network, &x), &x, &y).w1;
                inputs(&network, &x, &y)
                    .got(w1)
                    .derived("`w1` of the gradients")
                    .expect_gradient_of(|w1| error(objective, &x, &y, w1, &network.w2), &network.w1);
            }
        }
    });
}

#[test]
fn every_slope_of_the_output_layer_agrees_with_the_measured_one() {
    TASK.grade(1, |backward| {
        for (seed, sizes) in [(690, [6, 3, 4, 2]), (691, [2, 2, 3, 5]), (692, [3, 3, 2, 3]), (693, [1, 2, 1, 2])] {
            for objective in OBJECTIVES {
                let Example { network, x, y } = naive::sized(seed, objective, sizes);
                let w2 = backward(&network, &naive::forward(&network, &x), &x, &y).w2;
                inputs(&network, &x, &y)
                    .got(w2)
                    .derived("`w2` of the gradients")
                    .expect_gradient_of(|w2| error(objective, &x, &y, &network.w1, w2), &network.w2);
            }
        }
    });
}

/// A mean does not change when each sample is there twice, and neither do its slopes.
#[test]
fn samples_that_come_twice_have_the_same_slopes() {
    TASK.grade(1, |backward| {
        let Example { network, x, y } = naive::example(697, Objective::Classification);
        let right = naive::gradients(&network, &x, &y);
        let (x, y) = (concatenate![Axis(0), x, x], concatenate![Axis(0), y, y]);
        let Gradients { w1, w2 } = backward(&network, &naive::forward(&network, &x), &x, &y);
        inputs(&network, &x, &y).got(w1).derived("`w1` of the gradients").expect(right.w1);
        inputs(&network, &x, &y).got(w2).derived("`w2` of the gradients").expect(right.w2);
    });
}

/// The forward pass has been paid for, and what it found is in the cache. To see that it is used, this cache comes from
/// other weights: if H and Ŷ are computed again, the slopes are others.
#[test]
fn what_the_cache_holds_is_not_computed_again() {
    TASK.grade(1, |backward| {
        for objective in OBJECTIVES {
            let Example { network, x, y } = naive::example(699, objective);
            let other = Network { objective, w1: 0.5 * &network.w1, w2: -0.5 * &network.w2 };
            let cache = naive::forward(&other, &x);
            let right = naive::gradients_from(&network, &cache, &network.w2, &x, &y);
            let inputs = || inputs(&network, &x, &y).and("cache.h", &cache.h).and("cache.y_hat", &cache.y_hat);
            let Gradients { w1, w2 } = backward(&network, &cache, &x, &y);
            inputs().got(w2).derived("`w2` of the gradients").expect(right.w2);
            inputs().got(w1).derived("`w1` of the gradients").expect(right.w1);
        }
    });
}

/// Where every prediction is right there is nothing to learn.
#[test]
fn a_perfect_network_has_no_slopes() {
    TASK.grade(1, |backward| {
        let Example { network, x, .. } = naive::example(698, Objective::Regression);
        let cache = naive::forward(&network, &x);
        let y = cache.y_hat.clone();
        let Gradients { w1, w2 } = backward(&network, &cache, &x, &y);
        inputs(&network, &x, &y).got(w1).derived("`w1` of the gradients").expect(Array2::zeros((4, 3)));
        inputs(&network, &x, &y).got(w2).derived("`w2` of the gradients").expect(Array2::zeros((2, 5)));
    });
}

/// The further away the answers are, the steeper: no slope is cut off, and none is too small to count.
#[test]
fn no_slope_is_too_small_or_too_large() {
    TASK.grade(1, |backward| {
        for size in [1e-6, 1e9] {
            let Example { network, x, y } = naive::example(695, Objective::Regression);
            let cache = naive::forward(&network, &x);
            let y = &cache.y_hat + size * &y;
            let right = naive::gradients(&network, &x, &y);
            let Gradients { w1, w2 } = backward(&network, &cache, &x, &y);
            let inputs = || inputs(&network, &x, &y);
            inputs().got(w1 / size).derived("`w1` of the gradients / size").expect(right.w1 / size);
            inputs().got(w2 / size).derived("`w2` of the gradients / size").expect(right.w2 / size);
        }
    });
}

/// Where a hidden neuron is saturated, tanh′ is almost 0, and so are its slopes.
#[test]
fn a_saturated_neuron_hardly_learns() {
    TASK.grade(1, |backward| {
        let (x, y) = (array![[1.0, 4.0], [1.0, -3.0], [1.0, 6.0]], array![[3.0], [-1.0], [0.5]]);
        let network = Network { objective: Objective::Regression, w1: array![[0.5, 1.0]], w2: array![[1.0, 5.0]] };
        let w1 = backward(&network, &naive::forward(&network, &x), &x, &y).w1;
        let expected = naive::gradients(&network, &x, &y).w1;
        inputs(&network, &x, &y).got(w1).derived("`w1` of the gradients").expect(expected);
    });
}

/// Six predictions with two outputs each: answers for one output, for one sample or for five of them do not fit.
#[test]
fn answers_and_samples_must_fit_the_predictions() {
    TASK.grade(1, |backward| {
        let Example { network, x, y } = naive::example(696, Objective::Regression);
        let cache = naive::forward(&network, &x);
        let right = naive::gradients(&network, &x, &y).w2;
        inputs(&network, &x, &y).got(backward(&network, &cache, &x, &y).w2).expect(right);
        for (n, m) in [(6, 1), (1, 2), (5, 2), (7, 2), (6, 3)] {
            let y = Array2::ones((n, m));
            let call = || backward(&network, &cache, &x, &y).w2;
            inputs(&network, &x, &y).expect_panic("y does not have the shape of the predictions", call);
        }
        for rows in [5, 7] {
            let x = Array2::ones((rows, x.ncols()));
            let call = || backward(&network, &cache, &x, &y).w1;
            inputs(&network, &x, &y).expect_panic("x has another number of rows than the predictions", call);
        }
    });
}
