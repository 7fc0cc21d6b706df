//! Spoilers: wrong ways to write `soft_step` and `bump`, and the inputs that tell them apart. The tests use them to
//! name a mistake.

use checks::{Diagnosis, Random};

pub type SoftStep = fn(f64, f64, f64) -> f64;
pub type Bump = fn(f64, f64, f64, f64, f64) -> f64;

pub static SOFT_STEP: Diagnosis<(SoftStep, Bump), SoftStep, [f64; 3]> = Diagnosis {
    function: "soft_step",
    slot: |f| &mut f.0,
    right: |x, edge, s| sigmoid(s * (x - edge)),
    mistakes: &[
        ("the step goes down: the distance is x − edge, not edge − x", |x, edge, s| sigmoid(s * (edge - x))),
        ("the steepness is missing: multiply x − edge by it", |x, edge, _| sigmoid(x - edge)),
        ("divided by the steepness: multiply x − edge by it", |x, edge, s| sigmoid((x - edge) / s)),
        ("only x is multiplied by the steepness: subtract the edge first, s · (x − edge)", |x, edge, s| {
            sigmoid(s * x - edge)
        }),
        ("only the edge is multiplied by the steepness: subtract it first, s · (x − edge)", |x, edge, s| {
            sigmoid(x - s * edge)
        }),
        ("the edge is added: the distance is x − edge", |x, edge, s| sigmoid(s * (x + edge))),
        ("the edge is added, and only x is multiplied by the steepness: it is s · (x − edge)", |x, edge, s| {
            sigmoid(s * x + edge)
        }),
        ("the edge is missing: the distance is x − edge", |x, _, s| sigmoid(s * x)),
        ("x is missing: the distance is x − edge", |_, edge, s| sigmoid(s * edge)),
        ("x and edge are multiplied: the distance is their difference, x − edge", |x, edge, s| sigmoid(s * x * edge)),
        ("the steepness is added to the distance: multiply x − edge by it", |x, edge, s| sigmoid(s + x - edge)),
        ("the steepness and the edge are swapped: it is s · (x − edge)", |x, edge, s| sigmoid(edge * (x - s))),
        ("the steepness and x are swapped: it is s · (x − edge)", |x, edge, s| sigmoid(x * (s - edge))),
        (STEP_JUMP, |x, edge, _| if x == edge { 0.5 } else { f64::from(x > edge) }),
        (STEP_JUMP, |x, edge, _| f64::from(x >= edge)),
        (STEP_JUMP, |x, edge, _| f64::from(x > edge)),
        (STEP_RAMP, |x, edge, s| (0.5 + s * (x - edge) / 4.0).clamp(0.0, 1.0)),
        (STEP_RAMP, |x, edge, s| (0.5 + s * (x - edge)).clamp(0.0, 1.0)),
        (STEP_RAMP, |x, edge, s| (s * (x - edge)).clamp(0.0, 1.0)),
        (STEP_RAMP, |x, edge, s| (0.5 + s * (x - edge) / 2.0).clamp(0.0, 1.0)),
        ("the sigmoid is missing: this is s · (x − edge)", |x, edge, s| s * (x - edge)),
        ("this is the ReLU of s · (x − edge): take the sigmoid", |x, edge, s| (s * (x - edge)).max(0.0)),
        ("the sigmoid and the steepness are missing: this is x − edge", |x, edge, _| x - edge),
        ("the steepness stands outside: it belongs inside the sigmoid", |x, edge, s| s * sigmoid(x - edge)),
        ("the distance stands outside: it belongs inside the sigmoid, σ(s · (x − edge))", |x, edge, s| {
            sigmoid(s) * (x - edge)
        }),
        ("the sigmoid is multiplied by its argument: return σ(s · (x − edge)) alone", |x, edge, s| {
            s * (x - edge) * sigmoid(s * (x - edge))
        }),
        ("the edge is taken away after the sigmoid: it belongs inside, σ(s · (x − edge))", |x, edge, s| {
            sigmoid(s * x) - edge
        }),
        ("this is tanh, which steps from −1 to 1: take the sigmoid, from 0 to 1", |x, edge, s| {
            (s * (x - edge)).tanh()
        }),
        ("this is (1 + tanh(a)) / 2, which is σ(2a): twice as steep as it should be", |x, edge, s| {
            sigmoid(2.0 * s * (x - edge))
        }),
        ("half as steep as it should be: it is σ(s · (x − edge))", |x, edge, s| sigmoid(0.5 * s * (x - edge))),
        ("this is a quarter as steep as it should be: it is σ(s · (x − edge))", |x, edge, s| {
            sigmoid(0.25 * s * (x - edge))
        }),
        ("four times as steep as it should be: it is σ(s · (x − edge))", |x, edge, s| {
            sigmoid(4.0 * s * (x - edge))
        }),
        (
            "the 1 in the denominator is missing: it is 1 / (1 + e⁻ᵃ), and `sigmoid` of `given.rs` has it",
            |x, edge, s| (s * (x - edge)).exp(),
        ),
        ("this is e⁻ᵃ / (1 + e⁻ᵃ)², the slope of the sigmoid: take the sigmoid itself", |x, edge, s| {
            let y = sigmoid(s * (x - edge));
            y * (1.0 - y)
        }),
        (
            "a quotient of two exponentials is NaN where they are infinite: call `crate::given::sigmoid`",
            |x, edge, s| (s * (x - edge)).exp() / (1.0 + (s * (x - edge)).exp()),
        ),
        ("the distance has lost its sign: left of the edge it is negative", |x, edge, s| sigmoid(s * (x - edge).abs())),
        ("left of the edge it is 0: a soft step is small there, and not 0", |x, edge, s| {
            if x < edge { 0.0 } else { sigmoid(s * (x - edge)) }
        }),
        ("right of the edge it is 1: a soft step is near 1 there, and not 1", |x, edge, s| {
            if x > edge { 1.0 } else { sigmoid(s * (x - edge)) }
        }),
        ("the distance is squared: it is s · (x − edge)", |x, edge, s| sigmoid(s * (x - edge).powi(2))),
        ("the sigmoid is applied twice: once is enough, σ(s · (x − edge))", |x, edge, s| {
            sigmoid(sigmoid(s * (x - edge)))
        }),
        ("the edge is moved by ½: at the edge the step is ½ by itself, σ(s · (x − edge))", |x, edge, s| {
            sigmoid(s * (x - edge) - 0.5)
        }),
        ("½ is added: at the edge the sigmoid is ½ by itself", |x, edge, s| 0.5 + sigmoid(s * (x - edge))),
        ("½ is taken away: the step goes from 0 to 1, and is ½ at the edge", |x, edge, s| {
            sigmoid(s * (x - edge)) - 0.5
        }),
        (DIGITS_AFTER, |x, edge, s| sigmoid((s * (x - edge)).trunc())),
        (DIGITS_AFTER, |x, edge, s| sigmoid(s * (x - edge).trunc())),
        (FAR_FROM, |x, edge, s| cut(s * (x - edge), 5.0)),
        (FAR_FROM, |x, edge, s| cut(s * (x - edge), 10.0)),
        (FAR_FROM, |x, edge, s| cut(s * (x - edge), 6.0)),
        (FAR_FROM, |x, edge, s| cut(s * (x - edge), 2.0)),
        (FAR_FROM, |x, edge, s| cut(s * (x - edge), 15.0)),
        (FAR_FROM, |x, edge, s| cut(s * (x - edge), 20.0)),
        ("the steepness is built in: use the argument, s · (x − edge)", |x, edge, _| sigmoid(10.0 * (x - edge))),
    ],
    inputs: || {
        let mut random = Random::seeded(1048);
        let mut inputs =
            vec![[0.5, 0.3, 10.0], [2.5, 2.5, 3.0], [-1000.0, 0.5, 1e6], [1000.0, 0.5, 1e6], [-1.25, -1.25, 0.4]];
        inputs.extend(
            [-25.0, -20.2, -16.0, -12.0, -8.0, -4.5, -1.5, -0.2, 0.7, 3.0, 4.5, 8.0, 12.0, 16.0, 20.2]
                .map(|a| [0.75 + a / 2.5, 0.75, 2.5]),
        );
        inputs.extend([-9.0, -3.0, 1.2, 7.0].map(|a| [-2.2 + a / 0.3, -2.2, 0.3]));
        inputs.extend((0..4).map(|_| [3.0 * random.number(), 2.0 * random.number(), 2.0 + random.number()]));
        inputs
    },
    call: |soft_step, &[x, edge, s]| {
        let (value, right) = (soft_step(x, edge, s), step(x, edge, s));
        // In the lower tail, 1 − σ(−a) differs from σ(a) by rounding.
        if (value - right).abs() < 1e-15 { right.into() } else { value.into() }
    },
    properties: &[
        ("x lies left of the edge", |[x, edge, _]| x < edge),
        ("x lies right of the edge", |[x, edge, _]| x > edge),
        ("x is exactly at the edge", |[x, edge, _]| x == edge),
        ("x is negative", |[x, ..]| *x < 0.0),
        ("the edge is negative", |[_, edge, _]| *edge < 0.0),
        ("s · (x − edge) is beyond 700, where eᵃ is infinite", |[x, edge, s]| s * (x - edge) > 700.0),
        ("s · (x − edge) is above 10", |[x, edge, s]| s * (x - edge) > 10.0),
        ("s · (x − edge) is below −10", |[x, edge, s]| s * (x - edge) < -10.0),
        ("s · (x − edge) is farther from 0 than 10", |[x, edge, s]| (s * (x - edge)).abs() > 10.0),
        ("s · (x − edge) is above 5", |[x, edge, s]| s * (x - edge) > 5.0),
        ("s · (x − edge) is below −5", |[x, edge, s]| s * (x - edge) < -5.0),
        ("s · (x − edge) is farther from 0 than 5", |[x, edge, s]| (s * (x - edge)).abs() > 5.0),
        ("s · (x − edge) is above 15", |[x, edge, s]| s * (x - edge) > 15.0),
        ("s · (x − edge) is between 5 and 30", |input| between(input, 5.0, 30.0)),
        ("s · (x − edge) is between 10 and 30", |input| between(input, 10.0, 30.0)),
        ("s · (x − edge) is between 15 and 30", |input| between(input, 15.0, 30.0)),
        ("s · (x − edge) is between −30 and −5", |input| between(input, -30.0, -5.0)),
        ("s · (x − edge) is between −30 and −10", |input| between(input, -30.0, -10.0)),
        ("s · (x − edge) is between −30 and −15", |input| between(input, -30.0, -15.0)),
        ("s · (x − edge) is between −30 and −20", |input| between(input, -30.0, -20.0)),
        ("s · (x − edge) is between −30 and −15, or 15 and 30", |input| {
            between(input, -30.0, -15.0) || between(input, 15.0, 30.0)
        }),
        ("the steepness is below 1", |[_, _, s]| *s < 1.0),
    ],
};

fn between([x, edge, s]: &[f64; 3], low: f64, high: f64) -> bool {
    (low..high).contains(&(s * (x - edge)))
}

/// A sigmoid that is 0 or 1 beyond a limit.
fn cut(a: f64, limit: f64) -> f64 {
    if a > limit {
        1.0
    } else if a < -limit {
        0.0
    } else {
        sigmoid(a)
    }
}

pub static BUMP: Diagnosis<(SoftStep, Bump), Bump, [f64; 5]> = Diagnosis {
    function: "bump",
    slot: |f| &mut f.1,
    right: |x, left, right, height, s| height * (step(x, left, s) - step(x, right, s)),
    mistakes: &[
        ("the steps are added: the second one goes down again, so subtract it", |x, left, right, height, s| {
            height * (step(x, left, s) + step(x, right, s))
        }),
        (
            "the bump is upside down: it is the step at `left` minus the step at `right`, and `soft_step` goes up",
            |x, left, right, height, s| height * (step(x, right, s) - step(x, left, s)),
        ),
        ("the height is missing: multiply the difference by it", |x, left, right, _, s| {
            step(x, left, s) - step(x, right, s)
        }),
        (
            "only the first step has the height: multiply the difference by it, with brackets",
            |x, left, right, height, s| height * step(x, left, s) - step(x, right, s),
        ),
        (
            "only the second step has the height: multiply the difference by it, with brackets",
            |x, left, right, height, s| step(x, left, s) - height * step(x, right, s),
        ),
        ("the height is added: multiply the difference by it", |x, left, right, height, s| {
            height + step(x, left, s) - step(x, right, s)
        }),
        ("divided by the height: multiply the difference by it", |x, left, right, height, s| {
            (step(x, left, s) - step(x, right, s)) / height
        }),
        ("the height stands inside the sigmoids: multiply the difference by it", |x, left, right, height, s| {
            sigmoid(height * s * (x - left)) - sigmoid(height * s * (x - right))
        }),
        (
            "the height stands in the place of the steepness, inside: multiply the difference by it",
            |x, left, right, height, _| step(x, left, height) - step(x, right, height),
        ),
        ("the height is used as the steepness too: both steps have the steepness s", |x, left, right, height, _| {
            height * (step(x, left, height) - step(x, right, height))
        }),
        (
            "height and steepness are swapped: the height stands outside, the steepness inside",
            |x, left, right, height, s| s * (step(x, left, height) - step(x, right, height)),
        ),
        (
            "the difference is multiplied by the steepness as well: it belongs inside the steps",
            |x, left, right, height, s| s * height * (step(x, left, s) - step(x, right, s)),
        ),
        ("the difference is multiplied by the steepness, not by the height", |x, left, right, _, s| {
            s * (step(x, left, s) - step(x, right, s))
        }),
        ("the steps are multiplied: the bump is their difference", |x, left, right, height, s| {
            height * step(x, left, s) * step(x, right, s)
        }),
        (
            "the step up is multiplied by a step down: the bump is the difference of two steps up",
            |x, left, right, height, s| height * step(x, left, s) * (1.0 - step(x, right, s)),
        ),
        ("this is the step up alone: it has to come down again at `right`", |x, left, _, height, s| {
            height * step(x, left, s)
        }),
        ("this is the step up alone, 1 high: it has to come down again at `right`", |x, left, _, _, s| {
            step(x, left, s)
        }),
        ("this is the second step alone: it is taken away from the step at `left`", |x, _, right, height, s| {
            height * step(x, right, s)
        }),
        ("this is the step down alone: before it, a step goes up at `left`", |x, _, right, height, s| {
            height * (1.0 - step(x, right, s))
        }),
        (
            "it stays 0: both steps stand at the same edge, and one has to stand at `left`, the other at `right`",
            |_, _, _, _, _| 0.0,
        ),
        ("the smaller of two steps is taken: the bump is their difference", |x, left, right, height, s| {
            height * step(x, left, s).min(1.0 - step(x, right, s))
        }),
        (
            "the step down is added as a step of its own, and 1 is too much: subtract a step up at `right`",
            |x, left, right, height, s| height * (step(x, left, s) + 1.0 - step(x, right, s)),
        ),
        (
            "both steps go down and are added: one goes up at `left`, and one that goes up at `right` is taken away",
            |x, left, right, height, s| height * (step(left, x, s) + step(right, x, s)),
        ),
        (BOX_UPRIGHT, |x, left, right, height, _| if x > left && x < right { height } else { 0.0 }),
        (BOX_UPRIGHT, |x, left, right, height, _| if x >= left && x <= right { height } else { 0.0 }),
        (BOX_UPRIGHT, |x, left, right, height, _| if x >= left && x < right { height } else { 0.0 }),
        (BOX_UPRIGHT, |x, left, right, height, _| {
            let jump = |edge| if x == edge { 0.5 } else { f64::from(x > edge) };
            height * (jump(left) - jump(right))
        }),
        (
            "outside the edges it is cut to 0: the sides of a soft bump reach beyond them",
            |x, left, right, height, s| {
                if x < left || x > right { 0.0 } else { height * (step(x, left, s) - step(x, right, s)) }
            },
        ),
        ("between the edges it is level: the sides of a soft bump reach inside too", |x, left, right, height, s| {
            if x > left && x < right { height } else { height * (step(x, left, s) - step(x, right, s)) }
        }),
        ("the sides are straight ramps: take the sigmoid, in `soft_step`", |x, left, right, height, s| {
            let ramp = |edge: f64| (0.5 + s * (x - edge) / 4.0).clamp(0.0, 1.0);
            height * (ramp(left) - ramp(right))
        }),
        (
            "the steps are tanh, from −1 to 1, so the bump is twice as high: take the sigmoid",
            |x, left, right, height, s| height * ((s * (x - left)).tanh() - (s * (x - right)).tanh()),
        ),
        (
            "the steepness is missing: it is σ(s · (x − left)) and σ(s · (x − right)); is it in `soft_step`?",
            |x, left, right, height, _| height * (step(x, left, 1.0) - step(x, right, 1.0)),
        ),
        (
            "divided by the steepness: multiply x − left and x − right by it; is it `soft_step`?",
            |x, left, right, height, s| height * (step(x, left, 1.0 / s) - step(x, right, 1.0 / s)),
        ),
        (
            "only x is multiplied by the steepness: subtract the edge first; is it `soft_step`?",
            |x, left, right, height, s| height * (sigmoid(s * x - left) - sigmoid(s * x - right)),
        ),
        (
            "the edges are added: the distances are x − left and x − right; is it `soft_step`?",
            |x, left, right, height, s| height * (sigmoid(s * (x + left)) - sigmoid(s * (x + right))),
        ),
        (
            "the sigmoid is missing: this is the difference of s · (x − left) and s · (x − right)",
            |x, left, right, height, s| height * (s * (x - left) - s * (x - right)),
        ),
        ("only the first step has the steepness: both have it", |x, left, right, height, s| {
            height * (step(x, left, s) - step(x, right, 1.0))
        }),
        ("only the second step has the steepness: both have it", |x, left, right, height, s| {
            height * (step(x, left, 1.0) - step(x, right, s))
        }),
        (
            "the sides are half as steep as they should be: both steps have the steepness s",
            |x, left, right, height, s| height * (step(x, left, s / 2.0) - step(x, right, s / 2.0)),
        ),
        (
            "the sides are twice as steep as they should be: both steps have the steepness s",
            |x, left, right, height, s| height * (step(x, left, 2.0 * s) - step(x, right, 2.0 * s)),
        ),
        ("the height has lost its sign: a negative height makes a dent", |x, left, right, height, s| {
            height.abs() * (step(x, left, s) - step(x, right, s))
        }),
        ("a dent is cut off at 0: a negative height is right", |x, left, right, height, s| {
            (height * (step(x, left, s) - step(x, right, s))).max(0.0)
        }),
        ("twice as high as it should be: multiply the difference by the height, once", |x, left, right, height, s| {
            2.0 * height * (step(x, left, s) - step(x, right, s))
        }),
        ("half as high as it should be: the difference of both steps is not divided", |x, left, right, height, s| {
            height / 2.0 * (step(x, left, s) - step(x, right, s))
        }),
        ("the height is squared: multiply the difference by it once", |x, left, right, height, s| {
            height * height * (step(x, left, s) - step(x, right, s))
        }),
        ("the second step stands at right − left: it stands at `right`", |x, left, right, height, s| {
            height * (step(x, left, s) - step(x, right - left, s))
        }),
        (
            "the second step stands at left + right: it stands at `right`, which is a place, not a width",
            |x, left, right, height, s| height * (step(x, left, s) - step(x, left + right, s)),
        ),
        ("the first step stands at −left: it stands at `left`", |x, left, right, height, s| {
            height * (step(x, -left, s) - step(x, right, s))
        }),
        (
            "the bump is stretched so that it reaches its height: leave it as the two steps make it",
            |x, left, right, height, s| {
                let bump = |x| step(x, left, s) - step(x, right, s);
                height * bump(x) / bump((left + right) / 2.0)
            },
        ),
        (
            "this is one step, around the middle: there are two, up at `left` and down at `right`",
            |x, left, right, height, s| height * step(x, (left + right) / 2.0, s),
        ),
        ("this is a bell around the middle: the bump is the difference of two steps", |x, left, right, height, s| {
            let distance = x - (left + right) / 2.0;
            height * (-s * distance * distance).exp()
        }),
        (DIGITS_AFTER, |x, left, right, height, s| (height * (step(x, left, s) - step(x, right, s))).trunc()),
        (
            "the height is 1 here: multiply the difference by the height, and leave none of it out",
            |x, left, right, height, s| height.signum() * (step(x, left, s) - step(x, right, s)),
        ),
        ("the difference is squared: multiply it by the height as it is", |x, left, right, height, s| {
            height * (step(x, left, s) - step(x, right, s)).powi(2)
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(1148);
        let mut inputs = vec![
            [2.5, 1.0, 3.0, 5.0, 2.0],
            [0.0, 1.0, 3.0, 5.0, 50.0],
            [2.0, 1.0, 3.0, 5.0, 50.0],
            [1.0, 1.0, 3.0, 5.0, 6.0],
            [3.0, 1.0, 3.0, 5.0, 6.0],
            [0.8, 0.2, 1.1, -3.0, 4.0],
            [-0.3, 0.2, 1.1, -3.0, 4.0],
            [1.5, 0.2, 1.1, -3.0, 4.0],
            [-1.2, -2.0, -0.7, 0.4, 3.0],
            [-2.3, -2.0, -0.7, 0.4, 3.0],
            [0.1, -2.0, -0.7, 2.5, 3.0],
            [0.3, -0.4, 1.3, 7.0, 0.6],
        ];
        inputs.extend((0..6).map(|_| {
            let (middle, half) = (2.0 * random.number(), 1.0 + 0.5 * random.number());
            let (x, height, s) = (middle + 1.5 * random.number(), 4.0 * random.number(), 2.5 + random.number());
            [x, middle - half, middle + half, height, s]
        }));
        inputs
    },
    call: |bump, &[x, left, right, height, s]| bump(x, left, right, height, s).into(),
    properties: &[
        ("the height is negative", |[_, _, _, height, _]| *height < 0.0),
        ("x lies left of the bump", |[x, left, ..]| x < left),
        ("x lies right of the bump", |[x, _, right, ..]| x > right),
        ("x lies beside the bump", |[x, left, right, ..]| x < left || x > right),
        ("x lies between the edges", |[x, left, right, ..]| x > left && x < right),
        ("x lies exactly at an edge", |[x, left, right, ..]| x == left || x == right),
        ("`left` is negative", |[_, left, ..]| *left < 0.0),
        ("`right` is negative", |[_, _, right, ..]| *right < 0.0),
        ("x is negative", |[x, ..]| *x < 0.0),
    ],
};

const STEP_JUMP: &str = "the step is a jump: let the sigmoid make it soft, σ(s · (x − edge))";
const STEP_RAMP: &str = "the step is a ramp, a straight line between 0 and 1: the sigmoid bends it, σ(s · (x − edge))";
const DIGITS_AFTER: &str = "the digits after the point are lost: keep the numbers as `f64`, without a cast";
const FAR_FROM: &str = "far from the edge it is cut to 0 or 1: return the sigmoid as it is, everywhere";
const BOX_UPRIGHT: &str =
    "a box with upright sides: its sides are soft steps, σ(s · (x − left)) and σ(s · (x − right))";

fn step(x: f64, edge: f64, s: f64) -> f64 {
    sigmoid(s * (x - edge))
}

pub fn sigmoid(a: f64) -> f64 {
    1.0 / (1.0 + (-a).exp())
}
