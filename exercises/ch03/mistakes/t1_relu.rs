//! Spoilers: wrong ways to write `relu` and its derivative, and the inputs that tell them apart. The tests use them to
//! name a mistake.

use checks::{Diagnosis, Random};

pub type Curve = fn(f64) -> f64;
/// The function and its derivative.
pub type Relu = (Curve, Curve);

pub static RELU: Diagnosis<Relu, Curve, f64> = Diagnosis {
    function: "relu",
    slot: |f| &mut f.0,
    right: |a| if a > 0.0 { a } else { 0.0 },
    mistakes: &[
        ("the sides are swapped: positive numbers pass, negative ones become 0", |a| if a < 0.0 { a } else { 0.0 }),
        ("this is the absolute value: a negative number becomes 0, not positive", f64::abs),
        ("negative numbers have passed as they are: they become 0", |a| a),
        ("this is the slope of ReLU: where a is positive, ReLU is a itself", step),
        ("this is the sign of a: where a is positive, ReLU is a itself, and elsewhere 0", |a| {
            if a > 0.0 {
                1.0
            } else if a < 0.0 {
                -1.0
            } else {
                0.0
            }
        }),
        ("this is the sign of a: where a is positive, ReLU is a itself, and elsewhere 0", f64::signum),
        ("a hundredth of each negative number has passed, as in a leaky ReLU: here they become 0", |a| {
            if a > 0.0 { a } else { 0.01 * a }
        }),
        ("a tenth of each negative number has passed, as in a leaky ReLU: here they become 0", |a| {
            if a > 0.0 { a } else { 0.1 * a }
        }),
        ("the digits after the point are lost: keep `a` as an `f64`, without `as i64`", |a| a.max(0.0).trunc()),
        ("numbers above 1 are cut off at 1: a positive number passes as it is, whatever its size", |a| {
            a.clamp(0.0, 1.0)
        }),
        ("numbers above 6 are cut off at 6: a positive number passes as it is, whatever its size", |a| {
            a.clamp(0.0, 6.0)
        }),
        ("it never falls below 1: compare a with 0, `a.max(0.0)`", |a| a.max(1.0)),
        ("negative numbers down to −1 have passed: compare a with 0, `a.max(0.0)`", |a| a.max(-1.0)),
        ("positive numbers up to 1 are stopped: compare a with 0, not with 1", |a| if a > 1.0 { a } else { 0.0 }),
        ("positive numbers up to 1 are stopped: compare a with 0, not with 1", |a| if a >= 1.0 { a } else { 0.0 }),
        ("positive numbers up to ½ are stopped: compare a with 0, not with 0.5", |a| if a > 0.5 { a } else { 0.0 }),
        (SMALL_POSITIVE, |a| if a > 1e-3 { a } else { 0.0 }),
        (SMALL_POSITIVE, |a| if a > 1e-6 { a } else { 0.0 }),
        (SMALL_POSITIVE, |a| if a > 1e-9 { a } else { 0.0 }),
        (SMALL_POSITIVE, |a| if a > 1e-12 { a } else { 0.0 }),
        ("negative numbers become −1: they become 0", |a| if a > 0.0 { a } else { -1.0 }),
        ("negative numbers become 1: they become 0", |a| if a > 0.0 { a } else { 1.0 }),
        ("positive numbers have become negative: they pass as they are", |a| -a.max(0.0)),
        ("negative numbers pass with the other sign, and positive ones become 0: it is the other way round", |a| {
            (-a).max(0.0)
        }),
        ("positive numbers are squared: they pass as they are", |a| a.max(0.0) * a),
        ("positive numbers are doubled: a + |a| has to be halved", |a| a + a.abs()),
        ("only |a| or a is halved: put the sum in brackets, 0.5 · (a + |a|)", |a| 0.5 * a + a.abs()),
        ("only |a| or a is halved: put the sum in brackets, 0.5 · (a + |a|)", |a| a + 0.5 * a.abs()),
        ("this is softplus, which is ReLU without a kink: here the two lines meet at 0", |a| {
            a.max(0.0) + (-a.abs()).exp().ln_1p()
        }),
        ("this is SiLU, a · σ(a): ReLU passes all of a positive number and nothing of a negative one", |a| {
            a / (1.0 + (-a).exp())
        }),
        ("negative numbers become eᵃ − 1, as in ELU: here they become 0", |a| if a > 0.0 { a } else { a.exp_m1() }),
        ("numbers are rounded: a positive number passes as it is", |a| a.max(0.0).round()),
        ("it is NaN at 0: without the division by a it is not", |a| a * (a.max(0.0) / a)),
        ("only seven digits are right: keep the numbers as `f64`, without `f32`", |a| a.max(0.0) as f32 as f64),
    ],
    inputs,
    call: |relu, &a| relu(a).into(),
    properties: PROPERTIES,
};

pub static RELU_DERIVATIVE: Diagnosis<Relu, Curve, f64> =
    Diagnosis {
        function: "relu_derivative",
        slot: |f| &mut f.1,
        right: step,
        mistakes: &[
            ("this is ReLU, not its slope: the line f(a) = a rises by 1 for each 1", |a| a.max(0.0)),
            ("the sides are swapped: where positive numbers pass, the slope is 1", |a| if a < 0.0 { 1.0 } else { 0.0 }),
            ("the sides are swapped: where positive numbers pass, the slope is 1", |a| if a > 0.0 { 0.0 } else { 1.0 }),
            (SLOPE_RELU, |a| {
                if a > 0.0 {
                    1.0
                } else if a < 0.0 {
                    -1.0
                } else {
                    0.0
                }
            }),
            (SLOPE_RELU, f64::signum),
            (SLOPE_RELU, |a| if a >= 0.0 { 1.0 } else { -1.0 }),
            (SLOPE_RELU, |a| if a > 0.0 { 1.0 } else { -1.0 }),
            (SLOPE_RELU, |a| a / a.abs()),
            ("the slope is 1 for negative numbers too: ReLU is flat there, its slope is 0", |_| 1.0),
            ("the slope is 0 for positive numbers too: ReLU rises by 1 for each 1 there", |_| 0.0),
            ("at the kink, a = 0, this course takes 0: the condition for 1 is a > 0, not a ≥ 0", |a| {
                if a >= 0.0 { 1.0 } else { 0.0 }
            }),
            ("at the kink, a = 0, this course takes 0, and `signum` is 1 there in Rust: use `if a > 0.0`", |a| {
                (a.signum() + 1.0) / 2.0
            }),
            ("at the kink, a = 0, this course takes 0, and `signum` is 1 there in Rust: use `if a > 0.0`", |a| {
                a.signum().max(0.0)
            }),
            ("at the kink, a = 0, this course takes 0, not the mean of both slopes", |a| {
                if a == 0.0 { 0.5 } else { step(a) }
            }),
            ("at the kink, a = 0, the result is NaN, as 0/0 is: this course takes 0 there, use `if a > 0.0`", |a| {
                a.max(0.0) / a
            }),
            ("at the kink, a = 0, the result is NaN, as 0/0 is: this course takes 0 there, use `if a > 0.0`", |a| {
                if a == 0.0 { f64::NAN } else { step(a) }
            }),
            ("the slope does not grow with a: it jumps from 0 to 1 at the kink, and is 1 for each a > 0", |a| {
                a.clamp(0.0, 1.0)
            }),
            ("the slope is 1 from the kink on: compare a with 0, not with 1", |a| if a > 1.0 { 1.0 } else { 0.0 }),
            ("the slope is 1 from the kink on: compare a with 0, not with 1", |a| if a >= 1.0 { 1.0 } else { 0.0 }),
            ("the slope is 1 from the kink on: compare a with 0, not with 0.5", |a| if a > 0.5 { 1.0 } else { 0.0 }),
            ("the slope is 0 up to the kink: compare a with 0, not with −1", |a| if a > -1.0 { 1.0 } else { 0.0 }),
            (SLOPE_EVERY, |a| if a > 1e-3 { 1.0 } else { 0.0 }),
            (SLOPE_EVERY, |a| if a > 1e-6 { 1.0 } else { 0.0 }),
            (SLOPE_EVERY, |a| if a > 1e-9 { 1.0 } else { 0.0 }),
            (SLOPE_EVERY, |a| if a > 1e-12 { 1.0 } else { 0.0 }),
            ("this is the slope of a leaky ReLU: for negative numbers ReLU is flat, and its slope is 0", |a| {
                if a > 0.0 { 1.0 } else { 0.01 }
            }),
            ("this is the slope of a leaky ReLU: for negative numbers ReLU is flat, and its slope is 0", |a| {
                if a > 0.0 { 1.0 } else { 0.1 }
            }),
            ("for negative numbers this is a itself: ReLU is flat there, its slope is 0", |a| {
                if a > 0.0 { 1.0 } else { a }
            }),
            ("this is a itself: the slope is 1 where a is positive, and 0 elsewhere", |a| a),
            ("this is the sigmoid, the slope of softplus: that of ReLU jumps from 0 to 1 at the kink", |a| {
                1.0 / (1.0 + (-a).exp())
            }),
            ("the slope is −1 for positive numbers: ReLU rises there, by 1 for each 1", |a| -step(a)),
            ("the slope is 2 for positive numbers: the line f(a) = a rises by 1 for each 1", |a| 2.0 * step(a)),
            ("the slope is measured, with a step that crosses the kink: it is 1 for a > 0 and 0 elsewhere", |a| {
                ((a + 1e-5).max(0.0) - (a - 1e-5).max(0.0)) / 2e-5
            }),
            ("the slope is measured, with a step that crosses the kink: it is 1 for a > 0 and 0 elsewhere", |a| {
                ((a + 1e-6).max(0.0) - (a - 1e-6).max(0.0)) / 2e-6
            }),
        ],
        inputs,
        call: |relu_derivative, &a| relu_derivative(a).into(),
        properties: PROPERTIES,
    };

const SMALL_POSITIVE: &str = "small positive numbers are stopped: compare a with 0 itself, without a tolerance";
const SLOPE_RELU: &str = "this is the slope of |a|: ReLU is flat for negative numbers, its slope is 0";
const SLOPE_EVERY: &str = "the slope is 1 for every a > 0, however small: compare a with 0 itself, without a tolerance";

fn inputs() -> Vec<f64> {
    let mut random = Random::seeded(1031);
    let mut inputs = vec![0.0, -0.0, 1.0, -1.0];
    for size in [1e-200, 3e-11, 2e-8, 5e-6, 2e-3, 0.05, 0.3, 0.7, 1.5, 2.6, 4.5, 7.5, 12.3, 150.0, 1e6, 1e300] {
        inputs.extend([size, -size]);
    }
    inputs.extend((0..4).map(|_| 5.0 * random.number()));
    inputs
}

/// A clause, and whether it holds of an input.
type Property = (&'static str, fn(&f64) -> bool);

const PROPERTIES: &[Property] = &[
    ("a is 0", |&a| a == 0.0),
    ("a is negative", |&a| a < 0.0),
    ("a is positive", |&a| a > 0.0),
    ("a is negative and not a whole number", |&a| a < 0.0 && a.fract() != 0.0),
];

fn step(a: f64) -> f64 {
    if a > 0.0 { 1.0 } else { 0.0 }
}
