//! Spoilers: wrong ways to write `leaky_relu` and its derivative, and the inputs that tell them apart. The tests use
//! them to name a mistake.

use checks::{Diagnosis, Random};

pub type Leaky = fn(f64, f64) -> f64;
/// The function and its derivative.
pub type LeakyRelu = (Leaky, Leaky);
/// `a` and `slope`.
type Inputs = (f64, f64);

pub static LEAKY_RELU: Diagnosis<LeakyRelu, Leaky, Inputs> =
    Diagnosis {
        function: "leaky_relu",
        slot: |f| &mut f.0,
        right: |a, slope| if a > 0.0 { a } else { slope * a },
        mistakes: &[
            (
                "the slope is on the wrong side: positive numbers pass as they are, negative ones are multiplied by it",
                |a, slope| {
                    if a > 0.0 { slope * a } else { a }
                },
            ),
            ("this is ReLU, without a leak: a negative number becomes slope · a", |a, _| a.max(0.0)),
            ("the sign is lost: slope · a is negative where a is", |a, slope| if a > 0.0 { a } else { -slope * a }),
            (
                "for negative numbers this is the slope itself: multiply a by it",
                |a, slope| if a > 0.0 { a } else { slope },
            ),
            ("this is the larger of a and the slope: for negative numbers multiply a by the slope", |a, slope| {
                a.max(slope)
            }),
            (
                "for negative numbers the slope is added to a: multiply a by it",
                |a, slope| if a > 0.0 { a } else { a + slope },
            ),
            ("for negative numbers the slope is taken away from a: multiply a by it", |a, slope| {
                if a > 0.0 { a } else { a - slope }
            }),
            (
                "for negative numbers a is divided by the slope: multiply a by it",
                |a, slope| {
                    if a > 0.0 { a } else { a / slope }
                },
            ),
            ("0.01 is used for the slope: use the argument `slope`", |a, _| if a > 0.0 { a } else { 0.01 * a }),
            ("0.1 is used for the slope: use the argument `slope`", |a, _| if a > 0.0 { a } else { 0.1 * a }),
            (
                "the two lines meet at 0: compare a with 0, not with the slope",
                |a, slope| if a > slope { a } else { slope * a },
            ),
            ("the two lines meet at 0: compare a with 0, not with 1", |a, slope| if a > 1.0 { a } else { slope * a }),
            ("the two lines meet at 0: compare a with 0, not with 0.5", |a, slope| if a > 0.5 { a } else { slope * a }),
            ("the two lines meet at 0: compare a with 0 itself, without a tolerance", |a, slope| {
                if a > 1e-6 { a } else { slope * a }
            }),
            ("the two lines meet at 0: compare a with 0 itself, without a tolerance", |a, slope| {
                if a > 1e-9 { a } else { slope * a }
            }),
            ("negative numbers have passed as they are: multiply them by the slope", |a, _| a),
            ("positive numbers are multiplied by the slope too: they pass as they are", |a, slope| slope * a),
            ("the sides are swapped: positive numbers pass, and negative ones are multiplied by the slope", |a, _| {
                a.min(0.0)
            }),
            ("positive numbers become 0: they pass as they are", |a, slope| slope * a.min(0.0)),
            ("this is the absolute value: a negative number becomes slope · a", |a, _| a.abs()),
            ("this is the derivative: where a is positive the leaky ReLU is a, elsewhere slope · a", |a, slope| {
                if a > 0.0 { 1.0 } else { slope }
            }),
            ("the slope is multiplied twice: a negative number becomes slope · a", |a, slope| {
                if a > 0.0 { a } else { slope * slope * a }
            }),
            ("the slope is taken away from 1: a negative number becomes slope · a", |a, slope| {
                if a > 0.0 { a } else { (1.0 - slope) * a }
            }),
            ("the slope is added to 1: a negative number becomes slope · a", |a, slope| {
                if a > 0.0 { a } else { (1.0 + slope) * a }
            }),
            ("slope · a is added for positive numbers too: they pass as they are", |a, slope| a.max(0.0) + slope * a),
            ("the digits after the point are lost: keep the numbers as `f64`, without `as i64`", |a, slope| {
                (if a > 0.0 { a } else { slope * a }).trunc()
            }),
            ("the digits of a after the point are lost: keep the numbers as `f64`, without `as i64`", |a, slope| {
                if a > 0.0 { a.trunc() } else { slope * a.trunc() }
            }),
            (
                "a is squared for negative numbers: they become slope · a",
                |a, slope| if a > 0.0 { a } else { slope * a * a },
            ),
            ("numbers above 1 are cut off at 1: positive numbers pass as they are", |a, slope| {
                if a > 0.0 { a.min(1.0) } else { slope * a }
            }),
            ("negative numbers become slope · (eᵃ − 1), as in ELU: multiply a itself by the slope", |a, slope| {
                if a > 0.0 { a } else { slope * a.exp_m1() }
            }),
            ("everything has the other sign: positive numbers pass, negative ones become slope · a", |a, slope| {
                if a > 0.0 { -a } else { -slope * a }
            }),
            ("negative numbers become the slope with a minus: multiply a by the slope", |a, slope| {
                if a > 0.0 { a } else { -slope }
            }),
            ("positive numbers become 1, which is their slope: they pass as they are", |a, slope| {
                if a > 0.0 { 1.0 } else { slope * a }
            }),
            ("only seven digits are right: keep the numbers as `f64`, without `f32`", |a, slope| {
                (if a > 0.0 { a } else { slope * a }) as f32 as f64
            }),
        ],
        inputs,
        call: |leaky_relu, &(a, slope)| leaky_relu(a, slope).into(),
        properties: PROPERTIES,
    };

pub static LEAKY_RELU_DERIVATIVE: Diagnosis<LeakyRelu, Leaky, Inputs> = Diagnosis {
    function: "leaky_relu_derivative",
    slot: |f| &mut f.1,
    right: slope_at,
    mistakes: &[
        (
            "the slope is on the wrong side: it is 1 for positive numbers, and the argument `slope` for negative ones",
            |a, slope| {
                if a > 0.0 { slope } else { 1.0 }
            },
        ),
        (
            "the slope is on the wrong side: it is 1 for positive numbers, and the argument `slope` for negative ones",
            |a, slope| {
                if a < 0.0 { 1.0 } else { slope }
            },
        ),
        ("this is the leaky ReLU, not its derivative: the line f(a) = slope · a has the slope `slope`", |a, slope| {
            if a > 0.0 { a } else { slope * a }
        }),
        ("this is the derivative of ReLU: for negative numbers the leak has the slope `slope`", |a, _| {
            if a > 0.0 { 1.0 } else { 0.0 }
        }),
        (
            "for negative numbers this is the derivative with respect to `slope`: take the one with respect to a",
            |a, _| {
                if a > 0.0 { 1.0 } else { a }
            },
        ),
        ("this is the derivative with respect to `slope`: take the one with respect to a", |a, _| a.min(0.0)),
        ("at the kink, a = 0, this course takes `slope`: the condition for 1 is a > 0, not a ≥ 0", |a, slope| {
            if a < 0.0 { slope } else { 1.0 }
        }),
        ("at the kink, a = 0, this course takes `slope`, not the mean of both slopes", |a, slope| {
            if a == 0.0 { (1.0 + slope) / 2.0 } else { slope_at(a, slope) }
        }),
        ("at the kink, a = 0, this course takes `slope`: ReLU's 0 is the case without a leak", |a, slope| {
            if a == 0.0 { 0.0 } else { slope_at(a, slope) }
        }),
        ("at the kink, a = 0, this divides 0 by 0, which is NaN: use `if a > 0.0`", |a, slope| {
            (if a > 0.0 { a } else { slope * a }) / a
        }),
        ("the slopes meet at the kink, a = 0: compare a with 0, not with the slope", |a, slope| {
            if a > slope { 1.0 } else { slope }
        }),
        (
            "the slopes meet at the kink, a = 0: compare a with 0, not with 1",
            |a, slope| if a > 1.0 { 1.0 } else { slope },
        ),
        (
            "the slopes meet at the kink, a = 0: compare a with 0, not with 0.5",
            |a, slope| {
                if a > 0.5 { 1.0 } else { slope }
            },
        ),
        ("the slopes meet at the kink, a = 0: compare a with 0 itself, without a tolerance", |a, slope| {
            if a > 1e-6 { 1.0 } else { slope }
        }),
        ("the slopes meet at the kink, a = 0: compare a with 0 itself, without a tolerance", |a, slope| {
            if a > 1e-9 { 1.0 } else { slope }
        }),
        ("this is 1 for every a: for negative numbers the slope is the argument `slope`", |_, _| 1.0),
        ("this is `slope` for every a: for positive numbers the slope is 1", |_, slope| slope),
        (
            "for negative numbers the sign is wrong: the line f(a) = slope · a rises, its slope is `slope`",
            |a, slope| {
                if a > 0.0 { 1.0 } else { -slope }
            },
        ),
        ("0.01 is used for the slope: use the argument `slope`", |a, _| if a > 0.0 { 1.0 } else { 0.01 }),
        ("0.1 is used for the slope: use the argument `slope`", |a, _| if a > 0.0 { 1.0 } else { 0.1 }),
        ("the slope is squared: the line f(a) = slope · a has the slope `slope`", |a, slope| {
            if a > 0.0 { 1.0 } else { slope * slope }
        }),
        (
            "for positive numbers the slope is added to 1: it is 1 there",
            |a, slope| {
                if a > 0.0 { 1.0 + slope } else { slope }
            },
        ),
        ("for negative numbers the slope is taken away from 1: it is `slope` there", |a, slope| {
            if a > 0.0 { 1.0 } else { 1.0 - slope }
        }),
        ("for positive numbers this is 0: the line f(a) = a has slope 1", |a, slope| if a > 0.0 { 0.0 } else { slope }),
        (
            "for positive numbers this is a itself: the line f(a) = a has slope 1",
            |a, slope| if a > 0.0 { a } else { slope },
        ),
        (
            "for negative numbers this is slope · a: the line f(a) = slope · a has the slope `slope`, without a",
            |a, slope| {
                if a > 0.0 { 1.0 } else { slope * a }
            },
        ),
        ("for negative numbers this is 1 / slope: the line f(a) = slope · a has the slope `slope`", |a, slope| {
            if a > 0.0 { 1.0 } else { 1.0 / slope }
        }),
        ("for negative numbers this is −1: the line f(a) = slope · a has the slope `slope`", |a, _| {
            if a > 0.0 { 1.0 } else { -1.0 }
        }),
        ("both slopes have the other sign: both lines rise", |a, slope| -slope_at(a, slope)),
        (
            "the slope is measured, with a step that crosses the kink: it is 1 for a > 0 and `slope` elsewhere",
            |a, slope| {
                let leaky = |a: f64| if a > 0.0 { a } else { slope * a };
                (leaky(a + 1e-5) - leaky(a - 1e-5)) / 2e-5
            },
        ),
        (
            "at the kink, a = 0, this course takes `slope`, and `signum` is 1 there in Rust: use `if a > 0.0`",
            |a, slope| if a.signum() > 0.0 { 1.0 } else { slope },
        ),
        (
            "for negative numbers this is slope · |a|: the line f(a) = slope · a has the slope `slope`, without a",
            |a, slope| if a > 0.0 { 1.0 } else { slope * a.abs() },
        ),
    ],
    inputs,
    call: |derivative, &(a, slope)| derivative(a, slope).into(),
    properties: PROPERTIES,
};

fn inputs() -> Vec<Inputs> {
    let mut random = Random::seeded(1032);
    let mut inputs = vec![(0.0, 0.15), (-0.0, 0.7), (0.0, 0.4), (1.0, 0.3), (-1.0, 0.3)];
    let sizes = [3e-11, 2e-8, 5e-6, 0.05, 0.25, 0.6, 1.5, 2.6, 4.0, 7.3, 1e3, 1e6];
    for (size, slope) in sizes.into_iter().zip([0.15, 0.25, 0.7, 0.01, 0.35].into_iter().cycle()) {
        inputs.extend([(size, slope), (-size, slope)]);
    }
    inputs.extend([(2.5, 0.0), (-2.5, 0.0), (-0.2, 0.0), (3.7, 1.0), (-3.7, 1.0), (0.2, 1.0)]);
    inputs.extend((0..4).map(|_| (5.0 * random.number(), 0.5 + 0.4 * random.number())));
    inputs
}

/// A clause, and whether it holds of an input.
type Property = (&'static str, fn(&Inputs) -> bool);

const PROPERTIES: &[Property] = &[
    ("a is 0", |&(a, _)| a == 0.0),
    ("a is negative", |&(a, _)| a < 0.0),
    ("a is negative, unless the slope is 0", |&(a, slope)| a < 0.0 && slope != 0.0),
    ("a is negative, unless the slope is 1", |&(a, slope)| a < 0.0 && slope != 1.0),
    ("a is negative, unless the slope is 0 or 1", |&(a, slope)| a < 0.0 && slope != 0.0 && slope != 1.0),
    ("a is not positive", |&(a, _)| a <= 0.0),
    ("a is positive", |&(a, _)| a > 0.0),
    ("a is positive, unless the slope is 1", |&(a, slope)| a > 0.0 && slope != 1.0),
    ("a is negative and the slope is 0", |&(a, slope)| a < 0.0 && slope == 0.0),
    ("the slope is 0", |&(_, slope)| slope == 0.0),
    ("the slope is 1", |&(_, slope)| slope == 1.0),
    ("a is larger than 1", |&(a, _)| a > 1.0),
    ("a is larger than 5", |&(a, _)| a > 5.0),
    ("a is less than −1", |&(a, _)| a < -1.0),
    ("a lies between 0 and 1", |&(a, _)| a > 0.0 && a < 1.0),
    ("a is positive and less than 0.1", |&(a, _)| a > 0.0 && a < 0.1),
    ("a is nearer to 0 than 0.0001", |&(a, _)| a.abs() < 1e-4),
];

fn slope_at(a: f64, slope: f64) -> f64 {
    if a > 0.0 { 1.0 } else { slope }
}
