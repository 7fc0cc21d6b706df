//! Chapter 6: one neuron and one network that are computed by hand, the slopes that they have, and the runs of
//! training.

use super::examples::{
    FIT, FIT_EPOCHS, LEARNED, PATIENCE, STEP_SIZES, STEPS, TRIED, XOR, XOR_EPOCHS, bent_line, one_neuron, two_samples,
    untrained, xor,
};
use crate::values::{Values, fixed};
use ch05::central_difference;
use ch06::given::{sigmoid, without_bias};
use ch06::{
    backward, cross_entropy, cross_entropy_derivative, forward, hidden_gradient, mean_error, neuron_gradient,
    output_delta, squared_error, squared_error_derivative,
};
use ndarray::{ArrayView2, s};
use std::sync::LazyLock;

/// The values of this chapter, computed once.
pub fn values() -> &'static Values {
    static VALUES: LazyLock<Values> = LazyLock::new(compute);
    &VALUES
}

fn compute() -> Values {
    let mut values = Values::new();
    errors(&mut values);
    neuron(&mut values);
    network(&mut values);
    outputs(&mut values);
    runs(&mut values);
    values
}

/// Each number with so many digits.
fn put<const N: usize>(values: &mut Values, digits: usize, named: [(&'static str, f64); N]) {
    values.extend(named.map(|(name, number)| (name, fixed(number, digits))));
}

/// The entries of a matrix, row by row; a zero is a zero without digits.
fn matrix(values: &mut Values, digits: usize, names: &[&'static str], a: &ArrayView2<f64>) {
    debug_assert_eq!(names.len(), a.len(), "{names:?}");
    for (name, &entry) in names.iter().zip(a) {
        values.insert(name, fixed(entry, if entry == 0.0 { 0 } else { digits }));
    }
}

fn errors(values: &mut Values) {
    for (p, named) in [
        (0.99, ["train.sure.p1", "train.sure.ce1", "train.sure.se1"]),
        (0.9, ["train.sure.p2", "train.sure.ce2", "train.sure.se2"]),
        (0.5, ["train.sure.p3", "train.sure.ce3", "train.sure.se3"]),
        (0.1, ["train.sure.p4", "train.sure.ce4", "train.sure.se4"]),
        (0.01, ["train.sure.p5", "train.sure.ce5", "train.sure.se5"]),
    ] {
        let [probability, entropy, square] = named;
        values.insert(probability, p.to_string());
        put(values, 3, [(entropy, cross_entropy(p, 1.0)), (square, squared_error(p, 1.0))]);
    }
}

fn neuron(values: &mut Values) {
    let (w, x, y) = one_neuron();
    let a = w.dot(&x);
    let y_hat = sigmoid(a);
    let slopes = neuron_gradient(&w, &x, y);
    let next = &w - &slopes;
    let after = sigmoid(next.dot(&x));
    put(
        values,
        0,
        [
            ("train.neuron.w1", w[0]),
            ("train.neuron.w2", w[1]),
            ("train.neuron.x1", x[0]),
            ("train.neuron.x2", x[1]),
            ("train.neuron.y", y),
            ("train.neuron.a", a),
        ],
    );
    let h = 0.01;
    let error_with = |w2: f64| squared_error(sigmoid(w[0] * x[0] + w2 * x[1]), y);
    put(
        values,
        4,
        [
            ("train.neuron.yhat", y_hat),
            ("train.neuron.e", squared_error(y_hat, y)),
            ("train.neuron.de", squared_error_derivative(y_hat, y)),
            ("train.neuron.slope", y_hat * (1.0 - y_hat)),
            ("train.neuron.da", squared_error_derivative(y_hat, y) * y_hat * (1.0 - y_hat)),
            ("train.neuron.g1", slopes[0]),
            ("train.neuron.g2", slopes[1]),
            ("train.neuron.next1", next[0]),
            ("train.neuron.next2", next[1]),
            ("train.neuron.next_a", next.dot(&x)),
            ("train.neuron.next_yhat", after),
            ("train.neuron.next_e", squared_error(after, y)),
            ("train.neuron.measured", central_difference(&error_with, w[1], h)),
        ],
    );
    put(values, 6, [("train.neuron.up_e", error_with(w[1] + h)), ("train.neuron.down_e", error_with(w[1] - h))]);
    put(
        values,
        2,
        [
            ("train.neuron.h", h),
            ("train.neuron.gap", 2.0 * h),
            ("train.neuron.up", w[1] + h),
            ("train.neuron.down", w[1] - h),
        ],
    );
}

fn network(values: &mut Values) {
    let (network, x, y) = two_samples();
    let cache = forward(&network, &x);
    let delta2 = output_delta(network.goal, &cache.y_hat, &y);
    let back = hidden_gradient(&delta2, &network.w2);
    let slope = without_bias(&cache.h).mapv(|h| 1.0 - h * h);
    let slopes = backward(&network, &cache, &x, &y);
    matrix(values, 4, &["train.w1.11", "train.w1.12", "train.w1.21", "train.w1.22"], &network.w1.view());
    matrix(values, 4, &["train.a1.11", "train.a1.12", "train.a1.21", "train.a1.22"], &cache.a1.view());
    matrix(values, 0, &["train.x.11", "train.x.12", "train.x.21", "train.x.22"], &x.view());
    matrix(values, 0, &["train.w2.1", "train.w2.2", "train.w2.3"], &network.w2.view());
    let h = ["train.h.11", "train.h.12", "train.h.13", "train.h.21", "train.h.22", "train.h.23"];
    matrix(values, 1, &h, &cache.h.view());
    matrix(values, 1, &["train.yhat.1", "train.yhat.2"], &cache.y_hat.view());
    matrix(values, 0, &["train.y.1", "train.y.2"], &y.view());
    matrix(values, 1, &["train.diff.1", "train.diff.2"], &(&cache.y_hat - &y).view());
    matrix(values, 1, &["train.d2.1", "train.d2.2"], &delta2.view());
    matrix(values, 2, &["train.gw2.1", "train.gw2.2", "train.gw2.3"], &slopes.w2.view());
    matrix(values, 1, &["train.gh.11", "train.gh.12", "train.gh.21", "train.gh.22"], &back.view());
    matrix(values, 2, &["train.s.11", "train.s.12", "train.s.21", "train.s.22"], &slope.view());
    let d1 = &back * &slope;
    matrix(values, 3, &["train.d1.11", "train.d1.12", "train.d1.21", "train.d1.22"], &d1.view());
    matrix(values, 3, &["train.gw1.11", "train.gw1.12", "train.gw1.21", "train.gw1.22"], &slopes.w1.view());
    put(values, 2, [("train.e", mean_error(network.goal, &cache.y_hat, &y))]);
    // The parts of the sums that the page spells out.
    put(
        values,
        2,
        [
            ("train.part.1", delta2[[0, 0]] * cache.h[[0, 2]]),
            ("train.part.2", delta2[[1, 0]] * cache.h[[1, 2]]),
            ("train.squares.1", squared_error(cache.y_hat[[0, 0]], y[[0, 0]])),
            ("train.squares.2", squared_error(cache.y_hat[[1, 0]], y[[1, 0]])),
        ],
    );
}

fn outputs(values: &mut Values) {
    let (a, y) = (-5.0, 1.0);
    let y_hat = sigmoid(a);
    let slope = y_hat * (1.0 - y_hat);
    values.insert("train.wrong.a", fixed(a, 0));
    put(
        values,
        4,
        [
            ("train.wrong.yhat", y_hat),
            ("train.wrong.de", cross_entropy_derivative(y_hat, y)),
            ("train.wrong.ce", y_hat - y),
            ("train.wrong.se", squared_error_derivative(y_hat, y) * slope),
        ],
    );
    put(values, 0, [("train.wrong.times", (y_hat - y) / (squared_error_derivative(y_hat, y) * slope))]);
    // Measured, as chapter 5 does it.
    let measured = central_difference(&|a| cross_entropy(sigmoid(a), y), a, 1e-4);
    put(values, 4, [("train.wrong.measured", measured)]);
    // As many digits as it takes to multiply with a pencil.
    put(values, 6, [("train.wrong.slope", slope)]);

    // Whose fault is it? The slopes for one sample of XOR.
    let (x, y) = xor();
    let (x, y) = (x.slice(s![1..2, ..]).to_owned(), y.slice(s![1..2, ..]).to_owned());
    let network = untrained();
    let cache = forward(&network, &x);
    let slopes = backward(&network, &cache, &x, &y);
    let hidden = slopes.w1.iter().fold(0.0_f64, |largest, slope| largest.max(slope.abs()));
    put(values, 2, [("train.blame.yhat", cache.y_hat[[0, 0]]), ("train.blame.bias", slopes.w2[[0, 0]])]);
    put(values, 3, [("train.blame.hidden", hidden)]);
    put(values, 0, [("train.blame.times", (slopes.w2[[0, 0]] / hidden).abs())]);
    let weights = (network.w1.len() + network.w2.len()) as f64;
    put(values, 0, [("train.weights", weights), ("train.passes", 2.0 * weights)]);
}

fn runs(values: &mut Values) {
    let [first, second, third, fourth] = XOR_EPOCHS;
    put(values, 0, [("train.xor.t2", second as f64), ("train.xor.t3", third as f64), ("train.xor.t4", fourth as f64)]);
    put(
        values,
        3,
        [
            ("train.xor.e1", XOR.losses[first]),
            ("train.xor.e2", XOR.losses[second]),
            ("train.xor.e3", XOR.losses[third]),
            ("train.xor.e4", XOR.losses[fourth]),
            ("train.ln2", std::f64::consts::LN_2),
        ],
    );
    values.insert("train.xor.tried", TRIED.to_string());
    values.insert("train.xor.patience", PATIENCE.to_string());
    values.insert("train.steps.eta1", STEP_SIZES[0].to_string());
    values.insert("train.steps.eta3", STEP_SIZES[2].to_string());
    values.insert("train.xor.learned", LEARNED.to_string());
    let [first, second, third, fourth] = FIT_EPOCHS;
    put(values, 0, [("train.fit.t2", second as f64), ("train.fit.t3", third as f64), ("train.fit.t4", fourth as f64)]);
    put(
        values,
        4,
        [
            ("train.fit.e1", FIT.losses[first]),
            ("train.fit.e2", FIT.losses[second]),
            ("train.fit.e3", FIT.losses[third]),
            ("train.fit.e4", FIT.losses[fourth]),
        ],
    );
    let (samples, neurons) = (bent_line().1.len(), FIT.networks[0].w1.nrows());
    put(values, 0, [("train.fit.n", samples as f64), ("train.fit.d", neurons as f64)]);
    let largest = |losses: &[f64]| losses.iter().copied().fold(0.0, f64::max);
    let least = |losses: &[f64]| losses.iter().copied().fold(f64::MAX, f64::min);
    put(
        values,
        2,
        [
            ("train.steps.slow", STEPS[0].losses[200]),
            ("train.steps.good", STEPS[1].losses[200]),
            ("train.steps.high", largest(&STEPS[2].losses[10..=50])),
            ("train.steps.low", least(&STEPS[2].losses[10..=50])),
        ],
    );
}
