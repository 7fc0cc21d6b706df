//! # Task 9: saturation and vanishing gradients
//!
//! Write `gradient_left(f, derivative, a, layers)` and `saturated_share(derivative, a, limit)` in `src/vanishing.rs`. A
//! gradient on its way back is multiplied by the slope of each activation that it passes. Slopes of 1/4 and less, one
//! behind the other, soon leave nothing. You measure how much is left, and how many neurons of a layer let none pass.

use ch03::given::{identity, identity_derivative, sign, sign_derivative};
use ch03::{gradient_left, saturated_share};
use ch03_mistakes::t9_gradient_left::{GRADIENT_LEFT, SATURATED_SHARE, Vanishing};
use checks::{Random, Task, assert_snapshot, given};
use ndarray::{Array2, array};
use std::fmt::Write;

const TASK: Task<Vanishing> = Task {
    title: "Saturation and vanishing gradients",
    functions: &["gradient_left", "saturated_share"],
    section: "Saturation and vanishing gradients",
    yours: (gradient_left, saturated_share),
    diagnoses: &[&GRADIENT_LEFT, &SATURATED_SHARE],
};

/// f(a) = a² twice is a⁴, with the slope 4a³ = 108 at a = 3. In two steps: f'(3) = 6, f(3) = 9, f'(9) = 18, and 6 · 18.
/// At a = −3 it is −108: the first slope is −6.
#[test]
fn a_chain_of_two_squares_by_hand() {
    TASK.grade(2, |(gradient_left, _)| {
        for (a, left) in [(3.0, 108.0), (-3.0, -108.0)] {
            let got = given("a", &a).and("layers", &2_usize).got(gradient_left(square, square_derivative, a, 2));
            got.expect(left);
        }
    });
}

/// Through the identity a gradient passes unchanged, through the sign not at all. ReLU is the one on the one side and
/// the other on the other. And of tanh at 0, where it is steepest, the slope is 1.
#[test]
fn nothing_is_lost_or_everything() {
    TASK.grade(1, |(gradient_left, _)| {
        let mut random = Random::seeded(391);
        for layers in [0, 1, 100] {
            let a = 2.0 + random.number();
            let gone = if layers == 0 { 1.0 } else { 0.0 };
            let left =
                |f, derivative, a| given("a", &a).and("layers", &layers).got(gradient_left(f, derivative, a, layers));
            left(identity, identity_derivative, a).expect(1.0);
            left(sign, sign_derivative, a).expect(gone);
            left(rectifier, rectifier_derivative, a).expect(1.0);
            left(rectifier, rectifier_derivative, -a).expect(gone);
            left(f64::tanh, tangent_derivative, 0.0).expect(1.0);
        }
    });
}

/// What is left is the slope of the whole chain: moved a little, the first pre-activation moves the last activation by
/// so much.
#[test]
fn it_is_the_measured_slope_of_the_whole_chain() {
    TASK.grade(1, |(gradient_left, _)| {
        let mut random = Random::seeded(392);
        for layers in 1..=4 {
            let a = 2.0 * random.number();
            let left =
                |f, derivative| given("a", &a).and("layers", &layers).got(gradient_left(f, derivative, a, layers));
            left(logistic, logistic_derivative).expect_gradient_of(|&a| (0..layers).fold(a, |a, _| logistic(a)), &a);
            left(f64::tanh, tangent_derivative).expect_gradient_of(|&a| (0..layers).fold(a, |a, _| a.tanh()), &a);
            left(f64::sin, f64::cos).expect_gradient_of(|&a| (0..layers).fold(a, |a, _| a.sin()), &a);
        }
    });
}

/// Halving has the slope 1/2: behind L layers (1/2)ᴸ is left, which is little and not nothing. Doubling and turning
/// round, with the slope −2, makes (−2)ᴸ of it.
#[test]
fn it_shrinks_or_grows_with_every_layer() {
    TASK.grade(1, |(gradient_left, _)| {
        for (layers, power) in [(1_usize, 1), (3, 3), (40, 40), (333, 333), (1000, 1000)] {
            for a in [3.0, 0.0] {
                let given = given("a", &a).and("layers", &layers);
                given.got(gradient_left(|a| 0.5 * a, |_| 0.5, a, layers)).within(0.0, 1e-9).expect(0.5_f64.powi(power));
            }
            let given = given("a", &3.0).and("layers", &layers);
            given.got(gradient_left(|a| -2.0 * a, |_| -2.0, 3.0, layers)).expect((-2.0_f64).powi(power));
        }
    });
}

/// From a = 1 on: the sigmoid loses more than three quarters in every layer, tanh ever less, ReLU nothing. NumPy 2.4.6
/// prints the same, with σ by SciPy 1.17.1, `scipy.special.expit`.
#[test]
fn behind_many_layers_little_is_left() {
    TASK.grade(1, |(gradient_left, _)| {
        let mut table = String::from("layers  sigmoid     tanh  ReLU\n");
        for layers in [1, 2, 4, 8, 16, 32] {
            let sigmoid = gradient_left(logistic, logistic_derivative, 1.0, layers);
            let tanh = gradient_left(f64::tanh, tangent_derivative, 1.0, layers);
            let relu = gradient_left(rectifier, rectifier_derivative, 1.0, layers);
            writeln!(table, "{layers:>6}  {sigmoid:>7.1e}  {tanh:>7.4}  {relu:>4.1}").unwrap();
        }
        assert_snapshot!(table, @"
        layers  sigmoid     tanh  ReLU
             1   2.0e-1   0.4200   1.0
             2   4.3e-2   0.2469   1.0
             4   2.2e-3   0.1236   1.0
             8   5.5e-6   0.0544   1.0
            16  3.6e-11   0.0219   1.0
            32  1.5e-21   0.0083   1.0
        ");
    });
}

/// Three of eight pre-activations lie on the flat side of ReLU, where this course counts its kink. Of one
/// pre-activation, all or none does.
#[test]
fn a_layer_by_hand() {
    TASK.grade(1, |(_, share)| {
        let eight = array![[-2.0, 3.0, 1.0, 0.005], [4.0, -1.0, 2.0, 0.0]];
        for (a, expected) in [(eight, 0.375), (array![[-2.0]], 1.0), (array![[3.0]], 0.0)] {
            let given = given("a", &a).and("limit", &0.01).of("saturated_share");
            given.got(share(rectifier_derivative, &a, 0.01)).expect(expected);
        }
    });
}

/// The slope of SiLU is negative in its dip, and −0.09 lets a gradient pass as well as 0.09 does. Far to the left it is
/// negative and small. And a slope that equals the limit is not smaller than it.
#[test]
fn a_negative_slope_is_not_a_small_one() {
    TASK.grade(1, |(_, share)| {
        let a = array![[-3.0, -2.0, 1.0], [2.0, -2.5, 0.0]];
        let given = |a, limit| given("a", a).and("limit", limit).of("saturated_share");
        given(&a, &0.01).got(share(gated_derivative, &a, 0.01)).expect(0.0);
        given(&a, &1.0).got(share(identity_derivative, &a, 1.0)).expect(0.0);
        let a = array![[-9.0, -8.0, 1.0], [-2.0, -2.5, 3.0]];
        given(&a, &0.01).got(share(gated_derivative, &a, 0.01)).expect(1.0 / 3.0);
        given(&a, &0.1).got(share(gated_derivative, &a, 0.1)).expect(2.0 / 3.0);
    });
}

/// The slope of the sigmoid is 1 / (4 cosh²(a/2)). It is below 0.01 where |a| is above 2 arcosh 5 ≈ 4.585, and below
/// another limit where |a| is above 2 arcosh(½/√limit): the wider the pre-activations are spread, the more of them are
/// saturated.
#[test]
fn wide_pre_activations_saturate_the_sigmoid() {
    TASK.grade(1, |(_, share)| {
        let mut random = Random::seeded(393);
        for (size, limit) in [(1.0, 0.01), (6.0, 0.01), (30.0, 0.01), (3.0, 0.1), (5.0, 0.2), (30.0, 1e-4), (3.0, 0.3)]
        {
            let a: Array2<f64> = size * random.matrix(20, 10);
            let edge = 2.0 * (0.5 / f64::sqrt(limit)).max(1.0).acosh();
            let outside = if limit > 0.25 { 200 } else { a.iter().filter(|v| v.abs() > edge).count() };
            let given = given("a", &a).and("limit", &limit).of("saturated_share");
            given.got(share(logistic_derivative, &a, limit)).expect(outside as f64 / 200.0);
        }
    });
}

fn square(a: f64) -> f64 {
    a * a
}

fn square_derivative(a: f64) -> f64 {
    2.0 * a
}

fn logistic(a: f64) -> f64 {
    1.0 / (1.0 + (-a).exp())
}

fn logistic_derivative(a: f64) -> f64 {
    logistic(a) * logistic(-a)
}

fn tangent_derivative(a: f64) -> f64 {
    1.0 / a.cosh().powi(2)
}

fn rectifier(a: f64) -> f64 {
    a.max(0.0)
}

fn rectifier_derivative(a: f64) -> f64 {
    if a > 0.0 { 1.0 } else { 0.0 }
}

fn gated_derivative(a: f64) -> f64 {
    logistic(a) + a * logistic_derivative(a)
}
