//! Spoilers: wrong ways to write `sign`, and the inputs that tell them apart. The tests use them to name a mistake.

use checks::{Diagnosis, Random};
use std::cmp::Ordering;

pub type Sign = fn(f64) -> f64;

pub static SIGN: Diagnosis<Sign, Sign, f64> = Diagnosis {
    function: "sign",
    slot: |f| f,
    right,
    mistakes: &[
        ("f(0) is 0: `f64::signum` copies the sign bit, so compare with `>` and `<`", f64::signum),
        ("f(0) is 0, not 1: `>=` takes the undecided case for a positive one", |a| if a >= 0.0 { 1.0 } else { -1.0 }),
        ("f(0) is 0, not −1: the last `else` is for a = 0, and negative numbers need an `if` of their own", |a| {
            if a > 0.0 { 1.0 } else { -1.0 }
        }),
        ("−0.0 is equal to 0, so f(−0.0) is 0: compare with `>` and `<`, not by the sign bit", |a| {
            if a.to_bits() == 0 { 0.0 } else { a.signum() }
        }),
        ("f(0) is 0, not NaN: a / |a| divides by 0 there", |a| a / a.abs()),
        ("f(0) is 0, and a² leaves the range of an f64 where a is huge or tiny: compare with `>` and `<`", |a| {
            a / (a * a).sqrt()
        }),
        ("the answers are coded 0 and 1: this course codes them −1 and 1, so a negative a gives −1", |a| {
            if a > 0.0 { 1.0 } else { 0.0 }
        }),
        ("the answers are coded 0 and 1, with f(0) = 1: a negative a gives −1, and 0 gives 0", |a| {
            if a >= 0.0 { 1.0 } else { 0.0 }
        }),
        ("the answers are coded 0, ½ and 1: this course codes them −1, 0 and 1", |a| (right(a) + 1.0) / 2.0),
        ("0 and −1 have changed places: a negative a gives −1, and 0 gives 0", |a| match order(a) {
            Ordering::Greater => 1.0,
            Ordering::Less => 0.0,
            Ordering::Equal => -1.0,
        }),
        ("0 and 1 have changed places: a positive a gives 1, and 0 gives 0", |a| match order(a) {
            Ordering::Greater => 0.0,
            Ordering::Less => -1.0,
            Ordering::Equal => 1.0,
        }),
        ("the two sides have changed places: the answer is 1 where a is positive, −1 where it is negative", |a| {
            -right(a)
        }),
        ("the two sides have changed places, and f(0) is 0: 1 for a > 0, −1 for a < 0", |a| {
            if a > 0.0 { -1.0 } else { 1.0 }
        }),
        ("the two sides have changed places, and f(0) is 0: 1 for a > 0, −1 for a < 0", |a| {
            if a < 0.0 { 1.0 } else { -1.0 }
        }),
        ("the answer is 1 on both sides: it is −1 where a is negative", |a| right(a).abs()),
        ("the answer is −1 on both sides: it is 1 where a is positive", |a| -right(a).abs()),
        ("the answer is always 1: it is −1 where a is negative, and 0 at 0", |_| 1.0),
        ("the answer is always −1: it is 1 where a is positive, and 0 at 0", |_| -1.0),
        ("the answer is always 0: an `if` has a value only as the last expression, without semicolons", |_| 0.0),
        ("the answer is −1 where a is negative, and 0 elsewhere: a positive a gives 1", |a| right(a).min(0.0)),
        ("this is a itself: only the side is wanted, 1 or −1", |a| a),
        ("this is −a: only the side is wanted, 1 where a is positive and −1 where it is negative", |a| -a),
        ("this is the size of a: only the side is wanted, 1 or −1", f64::abs),
        ("a is cut to lie between −1 and 1: the answer is 1 for every positive a, however small", |a| {
            a.clamp(-1.0, 1.0)
        }),
        ("this is a where it is positive, as ReLU has it: only the side is wanted, 1 or −1", |a| a.max(0.0)),
        ("only positive numbers become 1, the others stay as they are: a negative a gives −1", |a| {
            if a > 0.0 { 1.0 } else { a }
        }),
        ("only negative numbers become −1, the others stay as they are: a positive a gives 1", |a| {
            if a < 0.0 { -1.0 } else { a }
        }),
        ("this is a smooth curve, the hyperbolic tangent: the perceptron jumps from −1 to 1", f64::tanh),
        (STEEP_BUT, |a| (10.0 * a).tanh()),
        (STEEP_BUT, |a| (100.0 * a).tanh()),
        (STEEP_BUT, |a| (1000.0 * a).tanh()),
        ("this is the sigmoid, the next task: here the answers are 1, 0 and −1", |a| 1.0 / (1.0 + (-a).exp())),
        ("this is a smooth curve, 2σ(a) − 1: the perceptron jumps from −1 to 1", |a| {
            2.0 / (1.0 + (-a).exp()) - 1.0
        }),
        (THRESHOLD_PRE, |a| {
            if a > 0.5 {
                1.0
            } else if a == 0.0 {
                0.0
            } else {
                -1.0
            }
        }),
        (THRESHOLD_PRE, |a| right(a - 0.5)),
        (THRESHOLD_PRE, |a| if a > 0.5 { 1.0 } else { -1.0 }),
        (THRESHOLD_PRE, |a| if a >= 0.5 { 1.0 } else { -1.0 }),
        (THRESHOLD_PRE, |a| if a > 0.5 { 1.0 } else { 0.0 }),
        (THRESHOLD_PRE, |a| if a >= 0.5 { 1.0 } else { 0.0 }),
        ("numbers up to 0.5 in size count as undecided: only 0 itself is", |a| undecided_up_to(a, 0.5)),
        ("numbers up to 0.5 in size count as undecided: only 0 itself is", |a| undecided_below(a, 0.5)),
        ("numbers below 1 in size count as undecided: is a made a whole number? Only 0 itself is undecided", |a| {
            undecided_below(a, 1.0)
        }),
        ("the thresholds are 1 and −1, the answers: the pre-activation is compared with 0", |a| {
            undecided_up_to(a, 1.0)
        }),
        (SMALL_NUMBERS, |a| undecided_below(a, 0.1)),
        (SMALL_NUMBERS, |a| undecided_below(a, 0.01)),
        (SMALL_NUMBERS, |a| undecided_below(a, 1e-3)),
        (SMALL_NUMBERS, |a| undecided_below(a, 1e-6)),
        (SMALL_NUMBERS, |a| undecided_below(a, 1e-9)),
        (SMALL_NUMBERS, |a| undecided_below(a, 1e-12)),
        (SMALL_NUMBERS, |a| undecided_below(a, f64::EPSILON)),
        ("only 1 and −1 themselves are answered: compare with 0, `a > 0.0`", |a| if a.abs() == 1.0 { a } else { 0.0 }),
        ("only 1 and −1 themselves are told apart: compare with 0, `a > 0.0`", |a| {
            if a == 1.0 {
                1.0
            } else if a == 0.0 {
                0.0
            } else {
                -1.0
            }
        }),
    ],
    inputs: || {
        let mut inputs = vec![0.0, -0.0];
        for size in [2.5, 0.3, 0.5, 0.7, 1.0, 1.5, 40.0, 1e12, 1e300] {
            inputs.extend([size, -size]);
        }
        for size in [5e-324, 1e-300, 1e-100, 1e-17, 3e-13, 3e-10, 3e-7, 1e-4, 3e-3, 0.03] {
            inputs.extend([size, -size]);
        }
        inputs.extend(Random::seeded(1022).vector(4));
        inputs
    },
    call: |sign, &a| sign(a).into(),
    properties: &[
        ("a is 0", |&a| a == 0.0),
        ("a is negative", |&a| a < 0.0),
        ("a is positive", |&a| a > 0.0),
        ("a is negative or 0", |&a| a <= 0.0),
        ("a is positive or 0", |&a| a >= 0.0),
        ("a is not 0, but less than a millionth in size", |&a| a != 0.0 && a.abs() < 1e-6),
        ("a is not 0, but less than a thousandth in size", |&a| a != 0.0 && a.abs() < 1e-3),
        ("a is not 0, but less than 0.1 in size", |&a| a != 0.0 && a.abs() < 0.1),
        ("a is not 0, but less than 1 in size", |&a| a != 0.0 && a.abs() < 1.0),
        ("a is less than 1 in size", |&a| a.abs() < 1.0),
        ("a is 1 or more in size", |&a| a.abs() >= 1.0),
        ("a is huge", |&a| a.abs() > 1e6),
    ],
};

const STEEP_BUT: &str = "this is a steep, but smooth curve: the perceptron jumps, and only 0 itself is in between";
const THRESHOLD_PRE: &str = "the threshold is 0.5: a pre-activation is cut at 0, a probability at 0.5";
const SMALL_NUMBERS: &str = "small numbers count as undecided, with a tolerance: only 0 itself is";

fn order(a: f64) -> Ordering {
    a.partial_cmp(&0.0).unwrap_or(Ordering::Equal)
}

fn right(a: f64) -> f64 {
    match order(a) {
        Ordering::Greater => 1.0,
        Ordering::Less => -1.0,
        Ordering::Equal => 0.0,
    }
}

fn undecided_below(a: f64, limit: f64) -> f64 {
    if a.abs() < limit { 0.0 } else { right(a) }
}

fn undecided_up_to(a: f64, limit: f64) -> f64 {
    if a.abs() <= limit { 0.0 } else { right(a) }
}
