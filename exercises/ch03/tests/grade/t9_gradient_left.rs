//! # Task 9: saturation and vanishing gradients
//!
//! Write `gradient_left(f, derivative, a, layers)` and `saturated_share(derivative, a, limit)` in `src/vanishing.rs`. A
//! gradient on its way back is multiplied by the slope of each activation that it passes. Slopes of 1/4 and less, one
//! behind the other, soon leave nothing. You measure how much is left, and how many neurons of a layer let none pass.

use ch03::given::{identity, identity_derivative, sign, sign_derivative};
use ch03::{gradient_left, saturated_share};
use checks::{Random, Task, assert_snapshot, given};
use ndarray::{Array2, array};
use std::fmt::Write;

const TASK: Task = Task {
    title: "Saturation and vanishing gradients",
    functions: &["gradient_left", "saturated_share"],
    section: "Saturation and vanishing gradients",
};

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

/// f(a) = a² twice is a⁴, with the slope 4a³ = 108 at a = 3. In two steps: f'(3) = 6, f(3) = 9, f'(9) = 18, and 6 · 18.
#[test]
fn a_chain_of_two_squares_by_hand() {
    TASK.grade(2, || {
        given("a", &3.0)
            .and("layers", &2_usize)
            .got(gradient_left(square, square_derivative, 3.0, 2))
            .mistake(
                36.0,
                "every layer gets the same a: the activation of one is the pre-activation of the next: write `a = f(a)`, without `let`",
            )
            .mistake(
                324.0,
                "every layer gets the same f(a): write `a = f(a)` without `let`, and take the slope before it",
            )
            .mistake(24.0, "the slopes are added: by the chain rule they are multiplied")
            .mistake(
                2916.0,
                "the slopes are taken at the activations: take f'(a) at the pre-activation, before a = f(a)",
            )
            .mistake(18.0, "only the last slope is returned: multiply those of all layers")
            .mistake(6.0, "only the first slope is there: multiply those of all layers")
            .mistake(108.0 * 162.0, "one layer too many: `0..layers` runs `layers` times")
            .mistake(81.0, "this is the activation of the last layer: the product of the slopes is asked for")
            .mistake(9.0 * 81.0, "the activations are multiplied: multiply the slopes f'(a)")
            .mistake(0.0, "the product starts from 0: start it from 1")
            .expect(108.0);
    });
}

/// Through the identity a gradient passes unchanged, through the sign not at all. ReLU is the one on the one side and
/// the other on the other.
#[test]
fn nothing_is_lost_or_everything() {
    TASK.grade(1, || {
        let mut random = Random::seeded(391);
        for layers in [0, 1, 100] {
            let a = 2.0 + random.number();
            given("a", &a)
                .and("layers", &layers)
                .got(gradient_left(identity, identity_derivative, a, layers))
                .expect(1.0);
            let gone = if layers == 0 { 1.0 } else { 0.0 };
            given("a", &a).and("layers", &layers).got(gradient_left(sign, sign_derivative, a, layers)).expect(gone);
            let left = |a| gradient_left(rectifier, rectifier_derivative, a, layers);
            given("a", &a).and("layers", &layers).got(left(a)).expect(1.0);
            given("a", &-a).and("layers", &layers).got(left(-a)).expect(gone);
        }
    });
}

/// What is left is the slope of the whole chain: moved a little, the first pre-activation moves the last activation by
/// so much.
#[test]
fn it_is_the_measured_slope_of_the_whole_chain() {
    TASK.grade(1, || {
        let mut random = Random::seeded(392);
        for layers in 1..=4 {
            let a = 2.0 * random.number();
            given("a", &a)
                .and("layers", &layers)
                .got(gradient_left(logistic, logistic_derivative, a, layers))
                .expect_gradient_of(|&a| (0..layers).fold(a, |a, _| logistic(a)), &a);
            given("a", &a)
                .and("layers", &layers)
                .got(gradient_left(f64::tanh, tangent_derivative, a, layers))
                .expect_gradient_of(|&a| (0..layers).fold(a, |a, _| a.tanh()), &a);
        }
    });
}

/// From a = 1 on: the sigmoid loses more than three quarters in every layer, tanh ever less, ReLU nothing. NumPy 2.4.6
/// prints the same, with σ by SciPy 1.17.1, `scipy.special.expit`.
#[test]
fn behind_many_layers_little_is_left() {
    TASK.grade(1, || {
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

/// Three of eight pre-activations lie on the flat side of ReLU.
#[test]
fn a_layer_by_hand() {
    TASK.grade(1, || {
        let a = array![[-2.0, 3.0, 1.0, 0.005], [4.0, -1.0, 2.0, -0.5]];
        given("a", &a)
            .and("limit", &0.01)
            .of("saturated_share")
            .got(saturated_share(rectifier_derivative, &a, 0.01))
            .mistake(0.0, "whole numbers were divided, 3 / 8 is 0: write `count as f64 / a.len() as f64`")
            .mistake(3.0, "this is how many are saturated: divide by how many there are")
            .mistake(0.625, "this is the share of the others: saturated is where the slope is smaller than the limit")
            .mistake(1.5, "divided by the number of samples: divide by the number of all entries, a.len()")
            .mistake(0.75, "divided by the number of neurons: divide by the number of all entries, a.len()")
            .mistake(0.125, "the entries of a are compared with the limit: compare the slopes, derivative(v)")
            .mistake(0.5, "the entries of a are compared with the limit: compare the slopes, derivative(v)")
            .expect(0.375);
    });
}

/// The slope of SiLU is negative in its dip, and −0.09 lets a gradient pass as well as 0.09 does. And a slope that
/// equals the limit is not smaller than it.
#[test]
fn a_negative_slope_is_not_a_small_one() {
    TASK.grade(1, || {
        let a = array![[-3.0, -2.0, 1.0], [2.0, -2.5, 3.0]];
        given("a", &a)
            .and("limit", &0.01)
            .of("saturated_share")
            .got(saturated_share(gated_derivative, &a, 0.01))
            .mistake(0.5, "negative slopes are counted as small: take the absolute value first")
            .expect(0.0);
        given("a", &a)
            .and("limit", &1.0)
            .of("saturated_share")
            .got(saturated_share(identity_derivative, &a, 1.0))
            .mistake(1.0, "a slope that equals the limit is counted: saturated is where it is smaller, `<`")
            .expect(0.0);
    });
}

/// The slope of the sigmoid is 1 / (4 cosh²(a/2)). It is below 0.01 where |a| is above 2 arcosh 5 ≈ 4.585: the wider
/// the pre-activations are spread, the more of them are saturated.
#[test]
fn wide_pre_activations_saturate_the_sigmoid() {
    TASK.grade(1, || {
        let mut random = Random::seeded(393);
        for size in [1.0, 6.0, 30.0] {
            let a: Array2<f64> = size * random.matrix(20, 10);
            let outside = a.iter().filter(|v| v.abs() > 2.0 * 5_f64.acosh()).count();
            given("a", &a)
                .and("limit", &0.01)
                .of("saturated_share")
                .got(saturated_share(logistic_derivative, &a, 0.01))
                .expect(outside as f64 / 200.0);
        }
    });
}
