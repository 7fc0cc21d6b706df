//! Chapter 3: slopes by hand, forms that overflow beside forms that do not, softmax by hand, what is left of a
//! gradient.

use super::examples::{LIMIT, by_hand, row_by_hand, spread};
use crate::values::{Values, fixed, grouped};
use ch03::{
    gradient_left, leaky_relu_derivative, relu, relu_derivative, saturated_share, sigmoid, sigmoid_derivative, silu,
    silu_derivative, softmax, softmax_backward, softplus, tanh, tanh_derivative,
};
use ndarray::{Array1, Array2, Axis, array};
use std::sync::LazyLock;

/// How far the pre-activation is nudged in the examples.
const NUDGE: f64 = 0.1;

/// The values of this chapter, computed once.
pub fn values() -> &'static Values {
    static VALUES: LazyLock<Values> = LazyLock::new(compute);
    &VALUES
}

fn compute() -> Values {
    let mut values = Values::new();
    nudges(&mut values);
    stable_forms(&mut values);
    shapes(&mut values);
    softmax_by_hand(&mut values);
    vanishing(&mut values);
    values
}

/// A very small or very large number: 5.5 · 10⁻⁶, which stays on one line.
fn scientific(number: f64, digits: usize) -> String {
    let shown = format!("{number:.digits$e}");
    let (mantissa, exponent) = shown.split_once('e').unwrap_or((&shown, "0"));
    let raised = exponent.chars().map(|c| match c {
        '-' => '⁻',
        digit => ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'][digit.to_digit(10).unwrap_or(0) as usize],
    });
    format!("{}\u{a0}·\u{a0}10{}", mantissa.replace('-', "−"), raised.collect::<String>())
}

/// What a form gives: NaN, infinite, tiny, or a number with four digits behind the point.
fn outcome(number: f64) -> String {
    match number {
        number if number.is_nan() => "NaN".into(),
        number if number.is_infinite() => "∞".into(),
        number if number == number.trunc() => fixed(number, 0),
        number if number.abs() < 1e-4 => scientific(number, 2),
        number => fixed(number, 4),
    }
}

fn nudges(values: &mut Values) {
    const NAMES: [[&str; 4]; 4] = [
        ["ch03.hand.s1", "ch03.hand.n1", "ch03.hand.d1", "ch03.hand.p1"],
        ["ch03.hand.s2", "ch03.hand.n2", "ch03.hand.d2", "ch03.hand.p2"],
        ["ch03.hand.s3", "ch03.hand.n3", "ch03.hand.d3", "ch03.hand.p3"],
        ["ch03.hand.s4", "ch03.hand.n4", "ch03.hand.d4", "ch03.hand.p4"],
    ];
    for (&a, [activation, nudged, moved, slope]) in by_hand()[1..].iter().zip(NAMES) {
        let s = sigmoid(a);
        values.insert(activation, fixed(s, 2));
        values.insert(nudged, fixed(sigmoid(a + NUDGE), 4));
        values.insert(moved, fixed((sigmoid(a + NUDGE) - s) / NUDGE, 3));
        values.insert(slope, fixed(s * (1.0 - s), 3));
    }
    // One sample with x = 1 and y = 1: a neuron that is undecided, and one that is wrong.
    let gradient = |a: f64| 2.0 * (sigmoid(a) - 1.0) * sigmoid_derivative(a);
    let [wrong, unsure, ..] = by_hand();
    for (name, number, digits) in [
        ("ch03.hand.e", 1_f64.exp(), 3),
        ("ch03.hand.nudge", NUDGE, 1),
        ("ch03.unsure.s", sigmoid(unsure), 2),
        ("ch03.unsure.gradient", gradient(unsure), 3),
        ("ch03.wrong.s", sigmoid(wrong), 2),
        ("ch03.wrong.slope", sigmoid_derivative(wrong), 4),
        ("ch03.wrong.gradient", gradient(wrong), 4),
        ("ch03.wrong.ratio", gradient(unsure) / gradient(wrong), 0),
        ("ch03.kink.left", (relu(0.0) - relu(-NUDGE)) / NUDGE, 0),
        ("ch03.kink.right", (relu(NUDGE) - relu(0.0)) / NUDGE, 0),
    ] {
        values.insert(name, fixed(number, digits));
    }
}

fn stable_forms(values: &mut Values) {
    values.insert("ch03.f64.max", scientific(f64::MAX, 1));
    values.insert("ch03.f64.max_ln", fixed(f64::MAX.ln(), 2));
    values.insert("ch03.f64.epsilon", scientific(f64::EPSILON, 1));
    values.insert("ch03.f64.min", scientific(f64::from_bits(1), 1));
    const SIGMOID: [[&str; 4]; 4] = [
        ["ch03.form.sigmoid.a1", "ch03.form.sigmoid.ratio1", "ch03.form.sigmoid.minus1", "ch03.form.sigmoid.right1"],
        ["ch03.form.sigmoid.a2", "ch03.form.sigmoid.ratio2", "ch03.form.sigmoid.minus2", "ch03.form.sigmoid.right2"],
        ["ch03.form.sigmoid.a3", "ch03.form.sigmoid.ratio3", "ch03.form.sigmoid.minus3", "ch03.form.sigmoid.right3"],
        ["ch03.form.sigmoid.a4", "ch03.form.sigmoid.ratio4", "ch03.form.sigmoid.minus4", "ch03.form.sigmoid.right4"],
    ];
    const SOFTPLUS: [[&str; 4]; 4] = [
        [
            "ch03.form.softplus.a1",
            "ch03.form.softplus.first1",
            "ch03.form.softplus.second1",
            "ch03.form.softplus.right1",
        ],
        [
            "ch03.form.softplus.a2",
            "ch03.form.softplus.first2",
            "ch03.form.softplus.second2",
            "ch03.form.softplus.right2",
        ],
        [
            "ch03.form.softplus.a3",
            "ch03.form.softplus.first3",
            "ch03.form.softplus.second3",
            "ch03.form.softplus.right3",
        ],
        [
            "ch03.form.softplus.a4",
            "ch03.form.softplus.first4",
            "ch03.form.softplus.second4",
            "ch03.form.softplus.right4",
        ],
    ];
    for (a, names) in [1.0, -40.0, -700.0, 800.0_f64].into_iter().zip(SIGMOID) {
        let columns = [a, a.exp() / (1.0 + a.exp()), 1.0 - 1.0 / (1.0 + a.exp()), sigmoid(a)];
        for (name, number) in names.into_iter().zip(columns) {
            values.insert(name, outcome(number));
        }
    }
    for (a, names) in [1.0, -40.0, -800.0, 800.0_f64].into_iter().zip(SOFTPLUS) {
        let columns = [a, (1.0 + a.exp()).ln(), a + (1.0 + (-a).exp()).ln(), softplus(a)];
        for (name, number) in names.into_iter().zip(columns) {
            values.insert(name, outcome(number));
        }
    }
    let a: f64 = 800.0;
    values.insert("ch03.form.tanh.ratio", outcome((a.exp() - (-a).exp()) / (a.exp() + (-a).exp())));
    values.insert("ch03.form.tanh.from_sigmoid", scientific(tanh(1e-9), 8));
    values.insert("ch03.form.tanh.built_in", scientific(1e-9_f64.tanh(), 8));
    values.insert("ch03.form.silu.ratio", outcome(a * a.exp() / (1.0 + a.exp())));
    values.insert("ch03.form.silu.right", outcome(silu(a)));
    let s = sigmoid(40.0);
    values.insert("ch03.form.slope.difference", outcome(s * (1.0 - s)));
    values.insert("ch03.form.slope.mirror", scientific(s * sigmoid(-40.0), 2));

    let row: Array1<f64> = array![1000.0, -1000.0, -1000.0];
    let share = |row: &Array1<f64>| row[0].exp() / row.mapv(f64::exp).sum();
    let p = softmax(&row.clone().insert_axis(Axis(0)));
    let mean = row.mean().unwrap_or_default();
    values.insert("ch03.form.softmax.ratio", outcome(share(&row)));
    values.insert("ch03.form.softmax.mean", fixed(mean, 0));
    values.insert("ch03.form.softmax.left_over", grouped(row[0] - mean));
    values.insert("ch03.form.softmax.mean_ratio", outcome(share(&(&row - mean))));
    values.insert("ch03.form.softmax.right1", outcome(p[[0, 0]]));
    values.insert("ch03.form.softmax.right2", outcome(p[[0, 1]]));
}

/// Where the curves have their largest and smallest values and slopes, found by looking at many points.
fn shapes(values: &mut Values) {
    let points = Array1::linspace(-8.0, 8.0, 1_600_001);
    let place = |f: fn(f64) -> f64| {
        points
            .iter()
            .map(|&a| (a, f(a)))
            .fold((0.0, f64::INFINITY), |best, next| if next.1 < best.1 { next } else { best })
    };
    let dip = place(silu);
    let steepest = place(|a| -silu_derivative(a));
    let falling = place(silu_derivative);
    for (name, number, digits) in [
        ("ch03.silu.dip_at", dip.0, 2),
        ("ch03.silu.dip", dip.1, 3),
        ("ch03.silu.steepest", -steepest.1, 2),
        ("ch03.silu.falling", falling.1, 2),
        ("ch03.silu.one", silu(1.0), 3),
        ("ch03.silu.minus_one", silu(-1.0), 3),
        ("ch03.sigmoid.steepest", sigmoid_derivative(0.0), 2),
        ("ch03.tanh.steepest", tanh_derivative(0.0), 0),
        ("ch03.tanh.ln3", tanh(3_f64.ln()), 1),
        ("ch03.tanh.ln3_slope", tanh_derivative(3_f64.ln()), 2),
        ("ch03.softplus.zero", softplus(0.0), 3),
        ("ch03.softplus.gap5", softplus(5.0) - 5.0, 4),
        ("ch03.leaky.slope", leaky_relu_derivative(-1.0, 0.01), 2),
    ] {
        values.insert(name, fixed(number, digits));
    }
}

fn softmax_by_hand(values: &mut Values) {
    const P: [&str; 3] = ["ch03.soft.p1", "ch03.soft.p2", "ch03.soft.p3"];
    const G: [&str; 3] = ["ch03.soft.g1", "ch03.soft.g2", "ch03.soft.g3"];
    const BACK: [&str; 3] = ["ch03.soft.back1", "ch03.soft.back2", "ch03.soft.back3"];
    const JACOBIAN: [[&str; 3]; 3] = [
        ["ch03.soft.j11", "ch03.soft.j12", "ch03.soft.j13"],
        ["ch03.soft.j21", "ch03.soft.j22", "ch03.soft.j23"],
        ["ch03.soft.j31", "ch03.soft.j32", "ch03.soft.j33"],
    ];
    let (a, g) = row_by_hand();
    let p = softmax(&a);
    let back = softmax_backward(&p, &g);
    values.insert("ch03.soft.sum", fixed((&p * &g).sum(), 0));
    for i in 0..3 {
        values.insert(P[i], fixed(p[[0, i]], 2));
        values.insert(G[i], fixed(g[[0, i]], 0));
        values.insert(BACK[i], fixed(back[[0, i]], 2));
        // The slopes of one probability: the way back, asked for this probability alone.
        let mut one = Array2::zeros((1, 3));
        one[[0, i]] = 1.0;
        for (name, slope) in JACOBIAN[i].into_iter().zip(softmax_backward(&p, &one)) {
            values.insert(name, fixed(slope, 4));
        }
    }
}

fn vanishing(values: &mut Values) {
    const LEFT: [(usize, [&str; 3]); 5] = [
        (1, ["ch03.left.sigmoid1", "ch03.left.tanh1", "ch03.left.relu1"]),
        (2, ["ch03.left.sigmoid2", "ch03.left.tanh2", "ch03.left.relu2"]),
        (5, ["ch03.left.sigmoid5", "ch03.left.tanh5", "ch03.left.relu5"]),
        (10, ["ch03.left.sigmoid10", "ch03.left.tanh10", "ch03.left.relu10"]),
        (20, ["ch03.left.sigmoid20", "ch03.left.tanh20", "ch03.left.relu20"]),
    ];
    for (layers, [by_sigmoid, by_tanh, by_relu]) in LEFT {
        let left = gradient_left(sigmoid, sigmoid_derivative, 1.0, layers);
        values.insert(by_sigmoid, if layers < 5 { fixed(left, 3) } else { scientific(left, 1) });
        values.insert(by_tanh, fixed(gradient_left(tanh, tanh_derivative, 1.0, layers), 3));
        values.insert(by_relu, fixed(gradient_left(relu, relu_derivative, 1.0, layers), 0));
    }
    // Two sigmoids behind each other, by hand.
    let a = 3_f64.ln();
    let s = sigmoid(a);
    for (name, number, digits) in [
        ("ch03.two.slope1", sigmoid_derivative(a), 4),
        ("ch03.two.s", s, 2),
        ("ch03.two.slope2", sigmoid_derivative(s), 4),
        ("ch03.two.left", gradient_left(sigmoid, sigmoid_derivative, a, 2), 4),
        ("ch03.two.measured", (sigmoid(sigmoid(a + NUDGE)) - sigmoid(s)) / NUDGE, 4),
        ("ch03.left.rest", (0..100).fold(1.0, |a, _| sigmoid(a)), 3),
        ("ch03.left.rest_slope", sigmoid_derivative((0..100).fold(1.0, |a, _| sigmoid(a))), 3),
        ("ch03.limit", LIMIT, 2),
        ("ch03.limit.at", by_hand()[4], 1),
    ] {
        values.insert(name, fixed(number, digits));
    }
    values.insert("ch03.left.bound10", scientific(0.25_f64.powi(10), 1));
    for (name, derivative, reach) in [
        ("ch03.share.sigmoid10", sigmoid_derivative as fn(f64) -> f64, 10.0),
        ("ch03.share.tanh10", tanh_derivative, 10.0),
    ] {
        values.insert(name, fixed(100.0 * saturated_share(derivative, &spread(reach), LIMIT), 0));
    }
}
