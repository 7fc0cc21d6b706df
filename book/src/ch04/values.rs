//! Chapter 4: the network that is computed by hand, parameters, a step, and the error of the approximator.

use super::examples::{
    BUMPS, STEEPEST, STEEPNESS, allowed_error, identity, largest_error, outputs, relu, small_network, two_samples, wave,
};
use crate::values::{Values, fixed, grouped};
use ch04::{collapse, hidden_activation, hidden_layer, network, network_batch, parameter_count, soft_step};
use ndarray::array;
use std::sync::LazyLock;

/// The values of this chapter, computed once.
pub fn values() -> &'static Values {
    static VALUES: LazyLock<Values> = LazyLock::new(compute);
    &VALUES
}

fn compute() -> Values {
    let mut values = Values::new();
    by_hand(&mut values);
    parameters(&mut values);
    steps(&mut values);
    approximator(&mut values);
    values
}

fn by_hand(values: &mut Values) {
    let ((w1, w2), batch) = (small_network(), two_samples());
    let x = batch.row(0).to_owned();
    let a = hidden_layer(&w1, &x, identity);
    let h = hidden_layer(&w1, &x, relu);
    let a_batch = batch.dot(&w1.t());
    let h_batch = a_batch.mapv(relu);
    let y_hat = network_batch(&batch, &w1, &w2, relu, identity);
    let one = collapse(&w1, &w2);
    for (name, number) in [
        ("net.x1", x[0]),
        ("net.x2", x[1]),
        ("net.w11", w1[[0, 0]]),
        ("net.w12", w1[[0, 1]]),
        ("net.w21", w1[[1, 0]]),
        ("net.w22", w1[[1, 1]]),
        ("net.w31", w1[[2, 0]]),
        ("net.w32", w1[[2, 1]]),
        ("net.v1", w2[[0, 0]]),
        ("net.v2", w2[[0, 1]]),
        ("net.v3", w2[[0, 2]]),
        ("net.a1", a[0]),
        ("net.a2", a[1]),
        ("net.a3", a[2]),
        ("net.h1", hidden_activation(&w1, &x, 0, relu)),
        ("net.h2", h[1]),
        ("net.h3", h[2]),
        ("net.yhat", network(&w1, &w2, &x, relu, identity)[0]),
        ("net.linear", network(&w1, &w2, &x, identity, identity)[0]),
        ("net.one1", one[[0, 0]]),
        ("net.one2", one[[0, 1]]),
        ("net.second.x1", batch[[1, 0]]),
        ("net.second.x2", batch[[1, 1]]),
        ("net.second.a1", a_batch[[1, 0]]),
        ("net.second.a2", a_batch[[1, 1]]),
        ("net.second.a3", a_batch[[1, 2]]),
        ("net.second.h1", h_batch[[1, 0]]),
        ("net.second.h2", h_batch[[1, 1]]),
        ("net.second.h3", h_batch[[1, 2]]),
        ("net.second.yhat", y_hat[[1, 0]]),
    ] {
        // Whole numbers all, or the chapter's example would not be one to do by hand.
        debug_assert_eq!(number.fract(), 0.0, "{name}");
        values.insert(name, fixed(number, 0));
    }
}

fn parameters(values: &mut Values) {
    for (name, [k, d, m]) in
        [("count.xor", [3, 2, 1]), ("count.digits", [65, 32, 10]), ("count.digits.wide", [65, 64, 10])]
    {
        values.insert(name, grouped(parameter_count(k, d, m) as f64));
    }
    let ((w1, w2), x) = (small_network(), two_samples());
    values.insert("count.two_layers", (w1.len() + w2.len()).to_string());
    values.insert("count.one_layer", (w2.nrows() * x.ncols()).to_string());
}

fn steps(values: &mut Values) {
    for (name, number, digits) in [
        ("step.low", soft_step(0.9, 1.0, 20.0), 2),
        ("step.edge", soft_step(1.0, 1.0, 20.0), 2),
        ("step.high", soft_step(1.1, 1.0, 20.0), 2),
        ("step.far", soft_step(1.3, 1.0, 20.0), 4),
    ] {
        values.insert(name, fixed(number, digits));
    }
}

fn approximator(values: &mut Values) {
    const NAMES: [[&str; 4]; 5] = [
        ["wave.1.bumps", "wave.1.neurons", "wave.1.error", "wave.1.allowed"],
        ["wave.2.bumps", "wave.2.neurons", "wave.2.error", "wave.2.allowed"],
        ["wave.3.bumps", "wave.3.neurons", "wave.3.error", "wave.3.allowed"],
        ["wave.4.bumps", "wave.4.neurons", "wave.4.error", "wave.4.allowed"],
        ["wave.5.bumps", "wave.5.neurons", "wave.5.error", "wave.5.allowed"],
    ];
    for ([bumps, neurons, error, allowed], number) in NAMES.into_iter().zip(BUMPS) {
        debug_assert!(largest_error(number) <= allowed_error(number) + 0.01, "{number} bumps");
        values.insert(bumps, number.to_string());
        values.insert(neurons, (2 * number).to_string());
        values.insert(error, fixed(largest_error(number), 3));
        values.insert(allowed, fixed(allowed_error(number), 3));
    }
    let enough = (2..).find(|&bumps| largest_error(bumps) <= 0.1).unwrap_or_default();
    values.insert("wave.enough.bumps", enough.to_string());
    values.insert("wave.enough.neurons", (2 * enough).to_string());
    values.insert("wave.enough.edges", (enough + 1).to_string());
    values.insert("wave.outside", fixed(outputs(&array![7.0], 40)[0], 2));
    values.insert("wave.steepest", fixed(STEEPEST, 2));
    values.insert("wave.steepness", fixed(STEEPNESS, 0));
    values.insert("wave.outside.curve", fixed(wave(7.0), 2));
}
