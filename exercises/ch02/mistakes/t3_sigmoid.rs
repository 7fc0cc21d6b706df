//! Spoilers: wrong ways to write `sigmoid`, and the inputs that tell them apart. The tests use them to name a mistake.
// Some of the mistakes are to type such a constant.
#![allow(clippy::approx_constant)]

use checks::{Diagnosis, Random};
use std::f64::consts::E;

pub type Sigmoid = fn(f64) -> f64;

pub static SIGMOID: Diagnosis<Sigmoid, Sigmoid, f64> = Diagnosis {
    function: "sigmoid",
    slot: |f| f,
    right,
    mistakes: &[
        ("the sign in the exponent is missing: it is exp(−a), `(-a).exp()`, so that σ grows with a", |a| {
            1.0 / (1.0 + a.exp())
        }),
        ("σ falls where it should grow, and ∞/∞ is NaN: write 1 / (1 + exp(−a))", |a| {
            (-a).exp() / (1.0 + (-a).exp())
        }),
        ("`-a.exp()` is −(exp(a)), since a method binds more tightly than the minus: write `(-a).exp()`", |a| {
            1.0 / (1.0 - a.exp())
        }),
        ("the denominator is 1 + exp(−a), with a plus", |a| 1.0 / (1.0 - (-a).exp())),
        ("the denominator is 1 + exp(−a): its terms are the wrong way round, with a minus", |a| {
            1.0 / ((-a).exp() - 1.0)
        }),
        ("parentheses are missing: `1.0 / 1.0 + e` is (1/1) + e. Write `1.0 / (1.0 + e)`", |a| 1.0 + (-a).exp()),
        ("this is 1 + exp(a): the denominator needs parentheses, `1.0 / (1.0 + (-a).exp())`", |a| 1.0 + a.exp()),
        ("parentheses are missing, around the denominator and around `-a`: write `1.0 / (1.0 + (-a).exp())`", |a| {
            1.0 - a.exp()
        }),
        ("the 1 in the denominator is missing: this is 1/exp(−a)", f64::exp),
        ("this is exp(−a) alone: it comes below, in 1 / (1 + exp(−a))", |a| (-a).exp()),
        ("this is −exp(a): write `(-a).exp()`, and take 1 / (1 + exp(−a))", |a| -a.exp()),
        ("the exponential is missing: the denominator is 1 + exp(−a)", |a| 1.0 / (1.0 - a)),
        ("the exponential is missing, and the sign: the denominator is 1 + exp(−a)", |a| 1.0 / (1.0 + a)),
        (HYPERBOLIC_TANGENT, f64::tanh),
        (HYPERBOLIC_TANGENT, |a| (a.exp() - (-a).exp()) / (a.exp() + (-a).exp())),
        (HYPERBOLIC_TANGENT, |a| ((2.0 * a).exp() - 1.0) / ((2.0 * a).exp() + 1.0)),
        ("this is (1 + tanh(a))/2, twice as steep: the exponent is −a, not −2a", |a| 0.5 * (1.0 + a.tanh())),
        ("half as steep: the exponent is −a, not −a/2", |a| right(a / 2.0)),
        (
            "this is 2σ(a) − 1, between −1 and 1: the sigmoid lies between 0 and 1, so divide 1 by 1 + exp(−a)",
            |a| 2.0 * right(a) - 1.0,
        ),
        ("this is σ(a) − ½: the sigmoid lies between 0 and 1, with ½ at a = 0", |a| right(a) - 0.5),
        ("twice the sigmoid: it lies between 0 and 1, so the numerator is 1", |a| 2.0 * right(a)),
        ("minus the sigmoid: it lies between 0 and 1", |a| -right(a)),
        ("this is the sign of a: the sigmoid has values between 0 and 1", |a| {
            f64::from(i8::from(a > 0.0) - i8::from(a < 0.0))
        }),
        ("the answer is 0 or 1, a decision: the sigmoid is a smooth curve between them", |a| {
            if a > 0.0 { 1.0 } else { 0.0 }
        }),
        ("the answer is 0 or 1, a decision: the sigmoid is a smooth curve between them", |a| {
            if a >= 0.0 { 1.0 } else { 0.0 }
        }),
        ("the answer is 0, ½ or 1, a decision: the sigmoid is a smooth curve between them", |a| {
            if a == 0.0 { 0.5 } else { f64::from(u8::from(a > 0.0)) }
        }),
        ("the answer is always 0: do whole numbers or a cast `as i64` cut off what comes after the point?", |_| 0.0),
        ("the answer is always ½: the exponent must be −a", |_| 0.5),
        ("∞/∞ is NaN for a large a: in 1/(1 + exp(−a)) the infinity stands only below", |a| {
            a.exp() / (1.0 + a.exp())
        }),
        (SLOPE_SIGMOID, |a| right(a) * (1.0 - right(a))),
        (SLOPE_SIGMOID, |a| (-a).exp() / (1.0 + (-a).exp()).powi(2)),
        (SLOPE_SIGMOID, |a| a.exp() / (1.0 + a.exp()).powi(2)),
        ("the sigmoid is applied twice: σ(a), not σ(σ(a))", |a| right(right(a))),
        ("the sigmoid is squared: leave it as it is", |a| right(a).powi(2)),
        ("this is ln(1 + exp(a)), another function: divide 1 by 1 + exp(−a)", |a| (1.0 + a.exp()).ln()),
        ("this is ln σ(a): leave the logarithm out", |a| (1.0 / (1.0 + (-a).exp())).ln()),
        ("this is a itself, as the identity has it: write 1 / (1 + exp(−a))", |a| a),
        ("this is a where it is positive, as ReLU has it: write 1 / (1 + exp(−a))", |a| a.max(0.0)),
        ("this is a · σ(a): the answer is σ(a) alone", |a| a * right(a)),
        ("the sign of a is lost: where a is negative, σ is below ½", |a| right(a.abs())),
        ("the size of a stands in the exponent, and the sign is gone: it is exp(−a) on both sides", |a| {
            right(-a.abs())
        }),
        ("only the upper half is there: a negative a is not cut off at 0, σ lies below ½ there", |a| {
            right(a.max(0.0))
        }),
        ("only the lower half is there: a positive a is not cut off at 0, σ lies above ½ there", |a| {
            right(a.min(0.0))
        }),
        ("a is squared in the exponent: it is exp(−a)", |a| 1.0 / (1.0 + (-a * a).exp())),
        ("e is taken as 2.7: `(-a).exp()` has all its digits", |a| 1.0 / (1.0 + 2.7_f64.powf(-a))),
        ("e is taken as 2.71: `(-a).exp()` has all its digits", |a| 1.0 / (1.0 + 2.71_f64.powf(-a))),
        ("e is taken as 2.718: `(-a).exp()` has all its digits", |a| 1.0 / (1.0 + 2.718_f64.powf(-a))),
        ("e is taken as 2.72: `(-a).exp()` has all its digits", |a| 1.0 / (1.0 + 2.72_f64.powf(-a))),
        ("e is taken as 2.7183: `(-a).exp()` has all its digits", |a| 1.0 / (1.0 + 2.7183_f64.powf(-a))),
        (E_TYPED, |a| 1.0 / (1.0 + 2.71828_f64.powf(-a))),
        (E_TYPED, |a| 1.0 / (1.0 + 2.718281_f64.powf(-a))),
        (E_TYPED, |a| 1.0 / (1.0 + 2.718282_f64.powf(-a))),
        (E_TYPED, |a| 1.0 / (1.0 + 2.7182818_f64.powf(-a))),
        ("the base is 2, as `exp2` has it: exp(−a) is e to the power −a", |a| 1.0 / (1.0 + (-a).exp2())),
        ("the base is 10: exp(−a) is e to the power −a, `(-a).exp()`", |a| 1.0 / (1.0 + 10_f64.powf(-a))),
        ("e is multiplied by −a: it is e to the power −a, `(-a).exp()`", |a| 1.0 / (1.0 - E * a)),
        ("exp(−1) is multiplied by a: it is e to the power −a, `(-a).exp()`", |a| {
            1.0 / (1.0 + (-1.0_f64).exp() * a)
        }),
        ("a is raised to a power of e: it is e that is raised, to −a", |a| 1.0 / (1.0 + (-a).powf(E))),
        ("`exp_m1` takes 1 away from the exponential: write `(-a).exp()`", |a| 1.0 / (1.0 + (-a).exp_m1())),
        ("1/a stands in the exponent: it is exp(−a)", |a| 1.0 / (1.0 + (-1.0 / a).exp())),
        (STRAIGHT_LINE, |a| (0.5 + a / 4.0).clamp(0.0, 1.0)),
        (STRAIGHT_LINE, |a| (0.5 + a / 5.0).clamp(0.0, 1.0)),
        (STRAIGHT_LINE, |a| (0.5 + a / 6.0).clamp(0.0, 1.0)),
        ("this is a/(1 + |a|), another curve: write 1 / (1 + exp(−a))", |a| a / (1.0 + a.abs())),
        ("this is ½ + a/(2 + 2|a|), another curve: write 1 / (1 + exp(−a))", |a| 0.5 + 0.5 * a / (1.0 + a.abs())),
        ("this is the arc tangent made to fit between 0 and 1: write 1 / (1 + exp(−a))", |a| {
            0.5 + a.atan() / std::f64::consts::PI
        }),
        (CURVE_ROUNDED, |a| (100.0 * right(a)).round() / 100.0),
        (CURVE_ROUNDED, |a| (1e3 * right(a)).round() / 1e3),
        (CURVE_ROUNDED, |a| (1e4 * right(a)).round() / 1e4),
        (CUT_OFF, |a| cut_off_beyond(a, 4.0)),
        (CUT_OFF, |a| cut_off_beyond(a, 5.0)),
        (CLAMPED, |a| right(a.clamp(-5.0, 5.0))),
        (CLAMPED, |a| right(a.clamp(-10.0, 10.0))),
        (KEPT_FROM_ENDS, |a| right(a).clamp(0.01, 0.99)),
        (KEPT_FROM_ENDS, |a| right(a).clamp(1e-3, 1.0 - 1e-3)),
        ("something small is added to the denominator: 1 + exp(−a) is never 0", |a| 1.0 / (1.0 + (-a).exp() + 1e-8)),
    ],
    inputs: || {
        let mut inputs = vec![0.0, 1000.0, -1000.0];
        for size in [3.0_f64.ln(), 0.1, 0.4, 1.0, 2.2, 3.7, 4.6, 5.5, 7.0, 9.0, 11.0, 13.0] {
            inputs.extend([size, -size]);
        }
        inputs.extend([16.0, 18.0, 19.5]);
        inputs.extend(4.0 * Random::seeded(1023).vector(3));
        inputs
    },
    call: |sigmoid, &a| sigmoid(a).into(),
    properties: &[
        ("a is negative", |&a| a < 0.0),
        ("a is positive", |&a| a > 0.0),
        ("a is huge", |&a| a.abs() > 500.0),
    ],
};

const HYPERBOLIC_TANGENT: &str = "this is the hyperbolic tangent, which lies between −1 and 1: divide 1 by 1 + exp(−a)";
const SLOPE_SIGMOID: &str = "this is σ(a)(1 − σ(a)), the slope of the sigmoid: its value is wanted";
const E_TYPED: &str = "e is typed with a few digits: `(-a).exp()` has them all";
const STRAIGHT_LINE: &str = "this is a straight line, cut at 0 and 1: the sigmoid is a smooth curve, 1 / (1 + exp(−a))";
const CURVE_ROUNDED: &str = "the curve is rounded: return all digits of 1 / (1 + exp(−a))";
const CUT_OFF: &str =
    "the curve is cut off: it is nearly flat far from 0, and not quite, so one formula serves for every a";
const CLAMPED: &str = "a is cut to a range before the formula, where the curve is nearly flat: leave it as it is";
const KEPT_FROM_ENDS: &str = "the answer is kept away from 0 and 1: leave it as the formula gives it";

/// In two branches, so that no exponential is ever large.
fn right(a: f64) -> f64 {
    let e = (-a.abs()).exp();
    if a >= 0.0 { 1.0 / (1.0 + e) } else { e / (1.0 + e) }
}

fn cut_off_beyond(a: f64, limit: f64) -> f64 {
    if a > limit {
        1.0
    } else if a < -limit {
        0.0
    } else {
        right(a)
    }
}
