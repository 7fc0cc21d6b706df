//! Chapter 5: slopes measured by hand, the walk down a parabola and down a valley, Hubble's line, the irises.

use super::examples::{
    cross_entropy, curvatures, hubbles_batch, parabola, parabola_slope, petals_batch, sine_errors, valley, valley_start,
};
use crate::values::{Values, fixed};
use ch05::{central_difference, descend, forward_difference, least_squares_by_descent};
use ch05::{numeric_gradient, step, step_limit};
use ndarray::{Array1, array};
use std::sync::LazyLock;

/// The values of this chapter, computed once.
pub fn values() -> &'static Values {
    static VALUES: LazyLock<Values> = LazyLock::new(compute);
    &VALUES
}

fn compute() -> Values {
    let mut values = Values::new();
    by_hand(&mut values);
    cube(&mut values);
    sine(&mut values);
    two_weights(&mut values);
    nebulae(&mut values);
    petals(&mut values);
    values
}

/// The walk down (w − 3)² from 0, each step a quarter of the slope.
fn by_hand(values: &mut Values) {
    const NAMES: [[&str; 3]; 4] = [
        ["gd.hand.w0", "gd.hand.slope0", "gd.hand.e0"],
        ["gd.hand.w1", "gd.hand.slope1", "gd.hand.e1"],
        ["gd.hand.w2", "gd.hand.slope2", "gd.hand.e2"],
        ["gd.hand.w3", "gd.hand.slope3", "gd.hand.e3"],
    ];
    const DISTANCES: [&str; 4] = ["gd.hand.d0", "gd.hand.d1", "gd.hand.d2", "gd.hand.d3"];
    let way = descend(&parabola_slope, &array![0.0], 0.25, 3);
    for (t, [w, slope, error]) in NAMES.into_iter().enumerate() {
        let at = way.row(t).to_owned();
        let digits = [0, 1, 2, 3][t];
        values.insert(w, fixed(at[0], digits));
        values.insert(slope, fixed(parabola_slope(&at)[0], digits.saturating_sub(1)));
        values.insert(error, fixed(parabola(at[0]), 2));
        values.insert(DISTANCES[t], fixed(3.0 - at[0], digits));
    }
}

/// The slope of the cube at 2, measured with two steps.
fn cube(values: &mut Values) {
    let f = |x: f64| x * x * x;
    let slope = 12.0;
    for (h, [forward, forward_error, central, central_error]) in [
        (0.5, ["gd.cube.f1", "gd.cube.fe1", "gd.cube.c1", "gd.cube.ce1"]),
        (0.25, ["gd.cube.f2", "gd.cube.fe2", "gd.cube.c2", "gd.cube.ce2"]),
        (0.125, ["gd.cube.f3", "gd.cube.fe3", "gd.cube.c3", "gd.cube.ce3"]),
    ] {
        let [to_one_side, to_both] = [forward_difference(&f, 2.0, h), central_difference(&f, 2.0, h)];
        values.insert(forward, fixed(to_one_side, 4));
        values.insert(forward_error, fixed(to_one_side - slope, 4));
        values.insert(central, fixed(to_both, 4));
        values.insert(central_error, fixed(to_both - slope, 4));
    }
}

/// Where rounding and bending balance, in powers of ten, and the central error at that power of ten itself. Next to it
/// the two errors may cancel by luck, and the figure has such a place.
fn sine(values: &mut Values) {
    let exponent = |number: f64| fixed(number.log10().round(), 0);
    let rounding = f64::EPSILON / 2.0;
    let best = rounding.cbrt();
    let power = 10.0_f64.powf(best.log10().round());
    let off = |at: &(f64, f64, f64)| (at.0 / power).ln().abs();
    let errors = sine_errors();
    let near = errors.iter().min_by(|a, b| off(a).total_cmp(&off(b))).expect("the figure shows many steps");
    values.insert("gd.epsilon", exponent(rounding));
    values.insert("gd.sine.forward.h", exponent(rounding.sqrt()));
    values.insert("gd.sine.central.h", exponent(best));
    values.insert("gd.sine.central.at", exponent(near.2));
}

fn two_weights(values: &mut Values) {
    let a = valley();
    let (start, eta) = valley_start();
    let way = descend(&|w| a.dot(w), &start, eta, 2);
    let error = |t: usize| 0.5 * way.row(t).dot(&a.dot(&way.row(t)));
    let slopes = |t: usize| a.dot(&way.row(t));
    let first = step(&start, &slopes(0), eta);
    debug_assert_eq!(first, way.row(1));
    debug_assert!((numeric_gradient(&|w| 0.5 * w.dot(&a.dot(w)), &start) - slopes(0)).iter().all(|e| e.abs() < 1e-6));
    let sum = |t: usize| way[[t, 0]] + way[[t, 1]];
    let difference = |t: usize| way[[t, 0]] - way[[t, 1]];
    for (name, number, digits) in [
        ("gd.valley.w01", way[[0, 0]], 0),
        ("gd.valley.w02", way[[0, 1]], 0),
        ("gd.valley.g01", slopes(0)[0], 0),
        ("gd.valley.g02", slopes(0)[1], 0),
        ("gd.valley.w11", way[[1, 0]], 0),
        ("gd.valley.w12", way[[1, 1]], 1),
        ("gd.valley.g11", slopes(1)[0], 1),
        ("gd.valley.g12", slopes(1)[1], 0),
        ("gd.valley.w21", way[[2, 0]], 2),
        ("gd.valley.w22", way[[2, 1]], 1),
        ("gd.valley.e0", error(0), 0),
        ("gd.valley.e1", error(1), 1),
        ("gd.valley.e2", error(2), 2),
        ("gd.valley.s0", sum(0), 0),
        ("gd.valley.s1", sum(1), 1),
        ("gd.valley.s2", sum(2), 2),
        ("gd.valley.d0", difference(0), 0),
        ("gd.valley.d1", difference(1), 1),
        ("gd.valley.d2", difference(2), 2),
        ("gd.valley.limit", step_limit(&a), 2),
    ] {
        values.insert(name, fixed(number, digits));
    }
}

fn nebulae(values: &mut Values) {
    let (x, y) = hubbles_batch();
    let a = curvatures(&x);
    let (limit, n) = (step_limit(&a), y.len() as f64);
    let largest = 2.0 / limit;
    // The two curvatures add up to the diagonal.
    let smallest = a.diag().sum() - largest;
    let distance = |w: Array1<f64>| {
        let off = w - ch01::least_squares(&x, &y);
        off.dot(&off).sqrt()
    };
    let steps = (0..).find(|&steps| distance(least_squares_by_descent(&x, &y, 0.4, steps)) < 0.005).unwrap();
    for (name, number, digits) in [
        ("gd.hubble.a11", a[[0, 0]], 2),
        ("gd.hubble.a12", a[[0, 1]], 2),
        ("gd.hubble.a22", a[[1, 1]], 2),
        ("gd.hubble.l", largest, 2),
        ("gd.hubble.smallest", smallest, 2),
        ("gd.hubble.ratio", largest / smallest, 1),
        ("gd.hubble.limit", limit, 4),
        ("gd.hubble.limit.sum", limit / n, 4),
        ("gd.hubble.slow", 1.0 - 0.4 * smallest, 2),
        ("gd.hubble.fast", 1.0 - 0.4 * largest, 2),
        ("gd.hubble.steps", steps as f64, 0),
        ("gd.hubble.over", least_squares_by_descent(&x, &y, 0.5, 200)[1] / 1000.0, 0),
    ] {
        values.insert(name, fixed(number, digits));
    }
}

fn petals(values: &mut Values) {
    let (x, y) = petals_batch();
    values.insert("gd.iris.n", fixed(y.len() as f64, 0));
    values.insert("gd.iris.start", fixed(cross_entropy(&x, &y, &array![0.0, 0.0, 0.0]), 4));
}
