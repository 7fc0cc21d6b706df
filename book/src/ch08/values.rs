//! Chapter 8: what its pages quote of the experiments, and the first steps of Adam and its look-alikes.

use super::experiments as made;
use super::experiments::{
    BATCH_SIZES, DEAD, DEAD_ETAS, FLOWERS, LAST_BATCH, LAYER_BY_LAYER, LEAK, REST, SCALE, SCHEDULE, SCHEDULED, SINE,
    STARTS, valley_error, valley_way,
};
use super::widget::network::Network;
use super::widget::sine as noisy;
use crate::values::{Values, fixed, grouped};
use ch08::given::BETA1;
use ch08::{adam_step, adamw_step, rmsprop_step};
use ndarray::{Array1, array};
use std::sync::LazyLock;

/// The values of this chapter, computed once.
pub fn values() -> &'static Values {
    static VALUES: LazyLock<Values> = LazyLock::new(compute);
    &VALUES
}

fn compute() -> Values {
    let mut values = Values::new();
    scale(&mut values);
    start(&mut values);
    steps(&mut values);
    optimisers(&mut values);
    decay(&mut values);
    sine(&mut values);
    remedies(&mut values);
    values
}

/// A number with two digits, as 8.5 · 10⁻⁶ if it is small.
fn short(number: f64) -> String {
    if number >= 0.01 {
        return fixed(number, 2);
    }
    let power = number.log10().floor();
    let raised: String =
        fixed(-power, 0).chars().filter_map(|digit| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(digit.to_digit(10)? as usize)).collect();
    format!("{}\u{a0}·\u{a0}10⁻{raised}", fixed(number / 10_f64.powf(power), 1))
}

/// A share as a percentage.
fn percent(share: f64) -> String {
    fixed(100.0 * share, 1)
}

fn scale(values: &mut Values) {
    let names =
        [["scale.mean1", "scale.mean2", "scale.mean3"], ["scale.deviation1", "scale.deviation2", "scale.deviation3"]];
    for (names, numbers) in names.into_iter().zip([&SCALE.mean, &SCALE.deviation]) {
        values.extend(names.into_iter().zip(numbers).map(|(name, number)| (name, fixed(*number, 1))));
    }
    values.extend([
        ("scale.raw", grouped(SCALE.descents[0].1)),
        ("scale.standardised", grouped(SCALE.descents[1].1)),
        ("leak.runs", made::LEAKS.to_string()),
        ("leak.right", format!("{} %", percent(LEAK[0]))),
        ("leak.leaked", format!("{} %", percent(LEAK[1]))),
    ]);
}

fn start(values: &mut Values) {
    const NAMES: [&str; 7] =
        ["start.lecun", "start.pytorch", "start.small", "start.large", "start.he", "start.relu_lecun", "start.no_root"];
    for ((name, (start, ..)), curve) in NAMES.into_iter().zip(STARTS).zip(&*LAYER_BY_LAYER) {
        assert_eq!(name, format!("start.{start}"), "the names are in one order");
        let last = curve[curve.len() - 1];
        values.insert(name, short(last));
        if start == "pytorch" {
            values.insert("start.typical", fixed(last.sqrt(), 3));
        }
    }
    values.insert("start.width", made::WIDTH.to_string());
}

fn steps(values: &mut Values) {
    let worst = |curves: &[Vec<f64>]| {
        curves.iter().flat_map(|curve| &curve[made::REST_FROM..]).fold(0.0, |worst: f64, error| worst.max(*error))
    };
    let arrival = |mu| {
        let below = |w: &Array1<f64>| valley_error(w) < VALLEY_GOAL;
        valley_way(mu, 1000).iter().position(below).expect("it arrives").to_string()
    };
    assert!(BATCH_SIZES.len() == made::BATCHES.len(), "a curve for each size of batch");
    values.extend([
        ("batch.n", FLOWERS.to_string()),
        ("rest.n", REST[0].to_string()),
        ("rest.even", REST[1].to_string()),
        ("rest.size", "32".into()),
        ("rest.rest", (REST[0] % 32).to_string()),
        ("rest.eta", made::REST_ETA.to_string()),
        ("rest.seeds", made::REST_SEEDS.to_string()),
        ("rest.worst", fixed(worst(&LAST_BATCH[0]), 2)),
        ("rest.worst_even", fixed(worst(&LAST_BATCH[1]), 2)),
        ("valley.mu", made::VALLEY_MU.to_string()),
        ("valley.goal", VALLEY_GOAL.to_string()),
        ("valley.plain", arrival(0.0)),
        ("valley.momentum", arrival(made::VALLEY_MU)),
    ]);
}

/// Which error in the narrow valley counts as arrived.
const VALLEY_GOAL: f64 = 0.001;

fn optimisers(values: &mut Values) {
    // RMSProp on an even slope of 1, with a step size of 1.
    let (mut w, mut mean_square) = (array![0.0], array![0.0]);
    for t in 1..=39 {
        let before = w[0];
        (w, mean_square) = rmsprop_step(&w, &mean_square, &array![1.0], 1.0, 0.9);
        let name = match t {
            1 => "rms.1",
            2 => "rms.2",
            10 => "rms.10",
            39 => "rms.39",
            _ => continue,
        };
        values.insert(name, fixed(before - w[0], if t == 39 { 3 } else { 2 }));
    }
    let zero = array![0.0];
    let (after, m, v) = adam_step(&zero, &zero, &zero, &array![1.0], 1, ADAM_ETA);
    let (m, v) = (m[0], v[0]);
    let step = |m: f64, v: f64| fixed(ADAM_ETA * m / v.sqrt(), 5);
    values.extend([
        ("adam.right", fixed(-after[0], 5)),
        ("adam.none", step(m, v)),
        ("adam.only_m", step(m / (1.0 - BETA1), v)),
        ("schedule.steps", SCHEDULE.0.to_string()),
        ("schedule.warm_up", SCHEDULE.1.to_string()),
        ("schedule.batch", SCHEDULE.3.to_string()),
        ("schedule.constant", fixed(late(&SCHEDULED[0]), 5)),
        ("schedule.scheduled", fixed(late(&SCHEDULED[1]), 5)),
    ]);
}

const ADAM_ETA: f64 = 0.001;

/// The mean of the last twentieth of a curve.
fn late(curve: &[f64]) -> f64 {
    let part = &curve[curve.len() * 19 / 20..];
    part.iter().sum::<f64>() / part.len() as f64
}

fn decay(values: &mut Values) {
    const STEPS: usize = 1000;
    let (eta, lambda, zero) = (0.01, 0.1, array![0.0]);
    // With λw in the gradient, or by AdamW, after so many steps against these gradients.
    let after = |steps: usize, gradient: fn(usize) -> f64, lambda: f64, coupled: bool| {
        let (mut w, mut m, mut v) = (array![1.0], zero.clone(), zero.clone());
        for t in 1..=steps {
            let slope = array![gradient(t)];
            (w, m, v) = if coupled {
                adam_step(&w, &m, &v, &(slope + lambda * &w), t, eta)
            } else {
                adamw_step(&w, &m, &v, &slope, t, eta, lambda)
            };
        }
        fixed(w[0], 3)
    };
    let none = |_| 0.0;
    let in_turn = |t: usize| if t % 2 == 1 { 100.0 } else { -100.0 };
    values.extend([
        ("decay.right", after(1, none, lambda, false)),
        ("decay.coupled", after(1, none, lambda, true)),
        ("decay.steps", grouped(STEPS as f64)),
        ("decay.none_long", after(STEPS, in_turn, 0.0, false)),
        ("decay.coupled_long", after(STEPS, in_turn, lambda, true)),
        ("decay.right_long", after(STEPS, in_turn, lambda, false)),
    ]);
}

fn sine(values: &mut Values) {
    let [plain, decay, dropout] = &*SINE;
    let last = |curve: &[f64]| fixed(curve[curve.len() - 1], 3);
    let least = |curve: &[f64]| fixed(curve.iter().copied().fold(f64::INFINITY, f64::min), 3);
    let Network { sizes: [_, d, _], .. } = noisy::NETWORK;
    values.extend([
        ("sine.n", noisy::POINTS.to_string()),
        ("sine.validation", noisy::VALIDATION.to_string()),
        ("sine.d", d.to_string()),
        ("sine.epochs", grouped(made::SINE_EPOCHS as f64)),
        ("sine.lambda", made::SINE_LAMBDA.to_string()),
        ("sine.p", made::SINE_P.to_string()),
        ("sine.floor", fixed(noisy::NOISE * noisy::NOISE, 2)),
        ("sine.best", plain.best.1.to_string()),
        ("sine.train_end", last(&plain.training)),
        ("sine.validation_best", least(&plain.validation)),
        ("sine.validation_end", last(&plain.validation)),
        ("sine.decay_best", least(&decay.validation)),
        ("sine.decay_end", last(&decay.validation)),
        ("sine.dropout_best", least(&dropout.validation)),
        ("sine.dropout_end", last(&dropout.validation)),
    ]);
}

fn remedies(values: &mut Values) {
    let (x, y) = made::flowers(FLOWERS);
    let first = |gain| fixed(made::IRIS_NETWORK.error(&made::IRIS_NETWORK.initial([1.0, gain], 1), &x, &y), 2);
    let [raw, standardised] = &*DEAD;
    let [gentle, steep] = DEAD_SHOWN;
    values.extend([
        ("first.expected", fixed(3.0_f64.ln(), 2)),
        ("first.small", first(0.1)),
        ("first.large", first(10.0)),
        ("dead.d", made::DEAD_NETWORK.sizes[1].to_string()),
        ("dead.batch", made::DEAD_BATCH.to_string()),
        ("dead.seeds", made::DEAD_SEEDS.to_string()),
        ("dead.eta1", DEAD_ETAS[gentle].to_string()),
        ("dead.eta2", DEAD_ETAS[steep].to_string()),
        ("dead.raw1", fixed(100.0 * raw[gentle], 0)),
        ("dead.raw2", fixed(100.0 * raw[steep], 0)),
        ("dead.standardised2", fixed(100.0 * standardised[steep], 0)),
    ]);
}

/// Which of the step sizes the page compares.
const DEAD_SHOWN: [usize; 2] = [1, 6];
