//! # Task 8: the backward pass
//!
//! Write `backward(network, cache, x, y)` in `src/backward.rs`: the slope of the mean error for every weight of the
//! network. Everything in the network and in the error is differentiable, so each step back is one factor of the chain
//! rule. The tests measure every slope numerically, which takes two forward passes for each weight. You need one pass
//! forward and one back for all of them: that is why networks can be trained at all.

use super::plain;
use ch06::backward;
use ch06::given::{Goal, Network};
use checks::{Task, given};
use ndarray::{Array2, array};

const TASK: Task = Task { title: "The backward pass", functions: &["backward"], section: "The backward pass" };

const GOALS: [Goal; 2] = [Goal::Regression, Goal::Classification];

/// One sample, one hidden neuron with tanh(ln 2) = 3/5, so tanh' = 1 − 9/25 = 16/25. The prediction is 1 + 5 · 3/5 = 4
/// and the answer 3: Δ₂ = 2. Then ∂E/∂W₂ = 2 · [1, 3/5], and Δ₁ = 2 · 5 · 16/25 = 6.4, so ∂E/∂W₁ = 6.4 · [1, 2].
#[test]
fn a_hidden_neuron_by_hand() {
    TASK.grade(1, || {
        let (x, y) = (array![[1.0, 2.0]], array![[3.0]]);
        let a = 2.0_f64.ln();
        let network = Network { goal: Goal::Regression, w1: array![[a - 2.0, 1.0]], w2: array![[1.0, 5.0]] };
        let cache = plain::forward(&network, &x);
        let inputs = || given("w1", &network.w1).and("w2", &network.w2).and("x", &x).and("y", &y);
        let first = inputs();
        let slopes = backward(&network, &cache, &x, &y);
        let h = 0.6_f64;
        let times = |slope: f64| array![[10.0 * slope, 20.0 * slope]];
        first
            .got(slopes.w2)
            .mistake(
                array![[1.0, 0.6]],
                "Δ₂ is ŷ − y alone: take it from `output_delta`, which knows the factor 2 and the 1/n",
            )
            .expect(array![[2.0, 1.2]]);
        inputs()
            .got(slopes.w1)
            .mistake(times(1.0), "the derivative of tanh is forgotten: multiply ∂E/∂H by 1 − h², entry by entry")
            .mistake(
                times(1.0 - h.tanh().powi(2)),
                "tanh' is taken at the activation h: it belongs at the pre-activation a, where it is 1 − h²",
            )
            .mistake(
                times(1.0 - a * a),
                "this uses 1 − a²: the derivative of tanh at a is 1 − tanh(a)², which is 1 − h²",
            )
            .mistake(times(h * (1.0 - h)), "this uses h(1 − h), the derivative of the sigmoid: that of tanh is 1 − h²")
            .mistake(times(1.0 - h), "this uses 1 − h: the derivative of tanh is 1 − h², with the square")
            .mistake(times(h), "multiplied by tanh itself: on the way back it takes its derivative, 1 − h²")
            .mistake(
                array![[0.64, 1.28]],
                "the upstream gradient is forgotten: multiply tanh' by ∂E/∂H, the slopes that come back",
            )
            .expect(array![[6.4, 12.8]]);
    });
}

/// The slopes for W₁ that a mistake on the way back would give: `slope` is what it takes for tanh'.
fn with_slope(network: &Network, x: &Array2<f64>, y: &Array2<f64>, slope: impl Fn(f64) -> f64) -> Array2<f64> {
    let cache = plain::forward(network, x);
    let delta2 = plain::delta2(network.goal, &cache.y_hat, y);
    plain::transposed_times(&plain::delta1(&delta2, &network.w2, &cache.a1.mapv(slope)), x)
}

/// How many times too large the slopes are if Δ₂ = ŷ − y is taken for the mean over 6 samples.
fn alone(goal: Goal) -> f64 {
    if goal == Goal::Regression { 3.0 } else { 6.0 }
}

/// The mean error as a function of the weights.
fn error_with(goal: Goal, x: &Array2<f64>, y: &Array2<f64>) -> impl Fn(&Array2<f64>, &Array2<f64>) -> f64 {
    move |w1, w2| plain::error(&Network { goal, w1: w1.clone(), w2: w2.clone() }, x, y)
}

#[test]
fn every_slope_of_the_hidden_layer_agrees_with_the_measured_one() {
    TASK.grade(2, || {
        for seed in 0..3 {
            for goal in GOALS {
                let plain::Example { network, x, y } = plain::example(680 + seed, goal);
                let cache = plain::forward(&network, &x);
                let error_with = error_with(goal, &x, &y);
                let alone = alone(goal);
                let h = &cache.h.slice_axis(ndarray::Axis(1), (1..).into());
                let without_upstream = plain::transposed_times(&h.mapv(|h| 1.0 - h * h), &x);
                given("w1", &network.w1)
                    .and("w2", &network.w2)
                    .and("x", &x)
                    .and("y", &y)
                    .got(backward(&network, &cache, &x, &y).w1)
                    .mistake(
                        with_slope(&network, &x, &y, |a| 1.0 - a.tanh().tanh().powi(2)),
                        "tanh' is taken at the activation h: it belongs at the pre-activation a, where it is 1 − h²",
                    )
                    .mistake(
                        with_slope(&network, &x, &y, |a| 1.0 - a * a),
                        "this uses 1 − a²: the derivative of tanh at a is 1 − tanh(a)², which is 1 − h²",
                    )
                    .mistake(
                        with_slope(&network, &x, &y, |_| 1.0),
                        "the derivative of tanh is forgotten: multiply ∂E/∂H by 1 − h², entry by entry",
                    )
                    .mistake(
                        with_slope(&network, &x, &y, |a| a.tanh() * (1.0 - a.tanh())),
                        "this uses h(1 − h), the derivative of the sigmoid: that of tanh is 1 − h²",
                    )
                    .mistake(
                        with_slope(&network, &x, &y, |a| 1.0 - a.tanh()),
                        "this uses 1 − h: the derivative of tanh is 1 − h², with the square",
                    )
                    .mistake(
                        with_slope(&network, &x, &y, f64::tanh),
                        "multiplied by tanh itself: on the way back it takes its derivative, 1 − h²",
                    )
                    .mistake(
                        without_upstream,
                        "the upstream gradient is forgotten: multiply tanh' by ∂E/∂H, the slopes that come back",
                    )
                    .mistake(
                        with_slope(&network, &x, &y, |a| (1.0 - a.tanh().powi(2)) / 6.0),
                        "averaged a second time: `output_delta` has divided by n already",
                    )
                    .mistake(
                        with_slope(&network, &x, &y, |a| (1.0 - a.tanh().powi(2)) * 6.0),
                        "the slopes are summed over the samples, not averaged: Δ₂ holds the 1/n, see `output_delta`",
                    )
                    .mistake(
                        with_slope(&network, &x, &y, |a| (1.0 - a.tanh().powi(2)) * alone),
                        "Δ₂ is ŷ − y alone: take it from `output_delta`, which knows the factor 2 and the 1/n",
                    )
                    .expect_gradient_of(|w1| error_with(w1, &network.w2), &network.w1);
            }
        }
    });
}

#[test]
fn every_slope_of_the_output_layer_agrees_with_the_measured_one() {
    TASK.grade(1, || {
        for seed in 0..3 {
            for goal in GOALS {
                let plain::Example { network, x, y } = plain::example(690 + seed, goal);
                let cache = plain::forward(&network, &x);
                let error_with = error_with(goal, &x, &y);
                let alone = alone(goal);
                let right = plain::transposed_times(&plain::delta2(goal, &cache.y_hat, &y), &cache.h);
                let activated = plain::delta2(goal, &cache.y_hat, &y) * cache.a2.mapv(|a| 1.0 - a.tanh().powi(2));
                given("w1", &network.w1)
                    .and("w2", &network.w2)
                    .and("x", &x)
                    .and("y", &y)
                    .got(backward(&network, &cache, &x, &y).w2)
                    .mistake(&right / 6.0, "averaged a second time: `output_delta` has divided by n already")
                    .mistake(
                        &right * 6.0,
                        "the slopes are summed over the samples, not averaged: Δ₂ holds the 1/n, see `output_delta`",
                    )
                    .mistake(
                        &right * alone,
                        "Δ₂ is ŷ − y alone: take it from `output_delta`, which knows the factor 2 and the 1/n",
                    )
                    .mistake(
                        plain::transposed_times(&activated, &cache.h),
                        "the output layer has no tanh: Δ₂ is what `output_delta` returns, as it is",
                    )
                    .expect_gradient_of(|w2| error_with(&network.w1, w2), &network.w2);
            }
        }
    });
}

/// A mean does not change when each sample is there twice, and neither do its slopes.
#[test]
fn samples_that_come_twice_have_the_same_slopes() {
    TASK.grade(1, || {
        let plain::Example { network, x, y } = plain::example(697, Goal::Classification);
        let right = plain::slopes(&network, &x, &y);
        let twice = |a: &Array2<f64>| ndarray::concatenate![ndarray::Axis(0), *a, *a];
        let (xx, yy) = (twice(&x), twice(&y));
        let inputs = || given("w1", &network.w1).and("w2", &network.w2).and("x", &xx).and("y", &yy);
        let first = inputs();
        let slopes = backward(&network, &plain::forward(&network, &xx), &xx, &yy);
        let summed = "the slopes are summed over the samples, not averaged: Δ₂ holds the 1/n, see `output_delta`";
        first.got(slopes.w1).mistake(12.0 * &right.w1, summed).expect(right.w1);
        inputs().got(slopes.w2).mistake(12.0 * &right.w2, summed).expect(right.w2);
    });
}

/// The forward pass has been paid for, and what it found is in the cache. To see that it is used, this cache comes from
/// other weights: whoever computes H and Ŷ again gets other slopes.
#[test]
fn what_the_cache_holds_is_not_computed_again() {
    TASK.grade(1, || {
        for goal in GOALS {
            let plain::Example { network, x, y } = plain::example(699, goal);
            let other = Network { goal, w1: 0.5 * &network.w1, w2: -0.5 * &network.w2 };
            let cache = plain::forward(&other, &x);
            let right = plain::slopes_from(&network, &cache, &network.w2, &x, &y);
            let again = plain::slopes(&network, &x, &y);
            let why =
                "the forward pass is computed again: take H and Ŷ from `cache`, which keeps them for the way back";
            let inputs = || {
                given("w1", &network.w1)
                    .and("w2", &network.w2)
                    .and("cache.h", &cache.h)
                    .and("cache.y_hat", &cache.y_hat)
            };
            let first = inputs();
            let slopes = backward(&network, &cache, &x, &y);
            first.got(slopes.w2).mistake(again.w2, why).expect(right.w2);
            inputs().got(slopes.w1).mistake(again.w1, why).expect(right.w1);
        }
    });
}

/// Where every prediction is right there is nothing to learn.
#[test]
fn a_perfect_network_has_no_slopes() {
    TASK.grade(1, || {
        let plain::Example { network, x, .. } = plain::example(698, Goal::Regression);
        let cache = plain::forward(&network, &x);
        let y = cache.y_hat.clone();
        let inputs = || given("w1", &network.w1).and("w2", &network.w2).and("x", &x).and("y", &y);
        let first = inputs();
        let slopes = backward(&network, &cache, &x, &y);
        first.got(slopes.w1).expect(Array2::zeros((4, 3)));
        inputs().got(slopes.w2).expect(Array2::zeros((2, 5)));
    });
}
