//! Spoilers: wrong ways to write `step_size`, and the inputs that tell them apart. The
//! tests use them to name a mistake.
// One of the mistakes is to type π.
#![allow(clippy::approx_constant)]

use checks::Diagnosis;
use std::f64::consts::PI;

pub type StepSize = fn(usize, usize, usize, f64) -> f64;
/// t, steps, warm-up, η.
type Inputs = (usize, usize, usize, f64);

const ONE_EARLY: &str = "the cosine ends one step early, at T − 1: it would reach 0 at T";
const AMONG_IT: &str = "the step after the warm-up is counted among it, and larger than η: `t < warm_up`";
const NO_WARM_UP: &str = "there is no warm-up: before step s, the step size rises by η/s each time";

fn rising(t: usize, warm_up: usize, eta: f64) -> f64 {
    eta * (t + 1) as f64 / warm_up as f64
}

/// How much of the way from the end of the warm-up to the end of the training is behind.
fn way(t: usize, steps: usize, warm_up: usize) -> f64 {
    (t as f64 - warm_up as f64) / (steps - warm_up) as f64
}

fn falling(way: f64, eta: f64) -> f64 {
    eta * (1.0 + (PI * way).cos()) / 2.0
}

pub static STEP_SIZE: Diagnosis<StepSize, StepSize, Inputs> = Diagnosis {
    function: "step_size",
    slot: |f| f,
    right: |t, steps, s, eta| {
        assert!(s < steps && t <= steps);
        if t < s { rising(t, s, eta) } else { falling(way(t, steps, s), eta) }
    },
    mistakes: &[
        ("the warm-up begins at 0, so the first step does nothing: (t + 1)/s", |t, steps, s, eta| {
            if t < s { eta * t as f64 / s as f64 } else { falling(way(t, steps, s), eta) }
        }),
        ("a whole cosine: it falls, and rises again. Half of one ends at π", |t, steps, s, eta| {
            if t < s { rising(t, s, eta) } else { falling(2.0 * way(t, steps, s), eta) }
        }),
        ("a quarter of a cosine, which ends half way down: half of one ends at π", |t, steps, s, eta| {
            if t < s { rising(t, s, eta) } else { falling(way(t, steps, s) / 2.0, eta) }
        }),
        ("this is cos from 1 to 0, a quarter of its period: add 1 to cos(πz), and halve it", |t, steps, s, eta| {
            if t < s { rising(t, s, eta) } else { eta * (PI / 2.0 * way(t, steps, s)).cos() }
        }),
        ("not halved: 1 + cos goes from 2 to 0", |t, steps, s, eta| {
            if t < s { rising(t, s, eta) } else { 2.0 * falling(way(t, steps, s), eta) }
        }),
        ("the 1 is missing: cos goes from 1 to −1, and a step size below 0 goes uphill", |t, steps, s, eta| {
            if t < s { rising(t, s, eta) } else { eta * (PI * way(t, steps, s)).cos() }
        }),
        ("1 − cos rises from 0: 1 + cos falls to it", |t, steps, s, eta| {
            if t < s { rising(t, s, eta) } else { eta - falling(way(t, steps, s), eta) }
        }),
        ("the cosine takes radians: π, and not 180", |t, steps, s, eta| {
            if t < s { rising(t, s, eta) } else { eta * (1.0 + (180.0 * way(t, steps, s)).cos()) / 2.0 }
        }),
        ("π is missing in the cosine", |t, steps, s, eta| {
            if t < s { rising(t, s, eta) } else { eta * (1.0 + way(t, steps, s).cos()) / 2.0 }
        }),
        ("this is a sine: use the cosine", |t, steps, s, eta| {
            if t < s { rising(t, s, eta) } else { eta * (1.0 + (PI * way(t, steps, s)).sin()) / 2.0 }
        }),
        ("there is no warm-up: it begins at the top", |t, steps, s, eta| falling(way(t, steps, s).max(0.0), eta)),
        (
            "the warm-up divides whole numbers, and is 0 until its end: `as f64` before the division",
            |t, steps, s, eta| {
                if t < s { eta * ((t + 1) / s) as f64 } else { falling(way(t, steps, s), eta) }
            },
        ),
        ("the cosine divides whole numbers, and stays at the top: `as f64` before the division", |t, steps, s, eta| {
            if t < s { rising(t, s, eta) } else { falling(((t - s) / (steps - s)) as f64, eta) }
        }),
        ("the cosine begins at the first step, not at the end of the warm-up: t − s", |t, steps, s, eta| {
            if t < s { rising(t, s, eta) } else { falling(t as f64 / steps as f64, eta) }
        }),
        ("the cosine takes all steps for its length: T − s are left after the warm-up", |t, steps, s, eta| {
            if t < s { rising(t, s, eta) } else { falling((t - s) as f64 / steps as f64, eta) }
        }),
        (ONE_EARLY, |t, steps, s, eta| {
            if t < s { rising(t, s, eta) } else { falling((t - s) as f64 / (steps - s - 1).max(1) as f64, eta) }
        }),
        ("the cosine is one step ahead: z is (t − s)/(T − s), with t and not t + 1", |t, steps, s, eta| {
            if t < s { rising(t, s, eta) } else { falling((t - s + 1) as f64 / (steps - s) as f64, eta) }
        }),
        ("it falls along a line: use half a cosine", |t, steps, s, eta| {
            if t < s { rising(t, s, eta) } else { eta * (1.0 - way(t, steps, s)) }
        }),
        ("it does not fall after the warm-up", |t, _, s, eta| if t < s { rising(t, s, eta) } else { eta }),
        (AMONG_IT, |t, steps, s, eta| if t <= s && s > 0 { rising(t, s, eta) } else { falling(way(t, steps, s), eta) }),
        (
            "η is missing: this goes up to 1",
            |t, steps, s, _| {
                if t < s { rising(t, s, 1.0) } else { falling(way(t, steps, s), 1.0) }
            },
        ),
        ("warm-up and cosine are multiplied: one follows the other", |t, steps, s, eta| {
            falling(t as f64 / steps as f64, eta) * if t < s { (t + 1) as f64 / s as f64 } else { 1.0 }
        }),
        ("the warm-up is divided by all steps: it takes s of them", |t, steps, s, eta| {
            if t < s { eta * (t + 1) as f64 / steps as f64 } else { falling(way(t, steps, s), eta) }
        }),
        ("the warm-up divides by s + 1, and does not reach η", |t, steps, s, eta| {
            if t < s { eta * (t + 1) as f64 / (s + 1) as f64 } else { falling(way(t, steps, s), eta) }
        }),
        (NO_WARM_UP, |t, steps, s, eta| falling(way(t, steps, s), eta)),
        (NO_WARM_UP, |t, steps, _, eta| falling(t as f64 / steps as f64, eta)),
        (AMONG_IT, |t, steps, s, eta| if t <= s { rising(t, s, eta) } else { falling(way(t, steps, s), eta) }),
        (ONE_EARLY, |t, steps, s, eta| {
            if t < s { rising(t, s, eta) } else { falling((t - s) as f64 / (steps as f64 - s as f64 - 1.0), eta) }
        }),
        ("without a warm-up it stays at η: the cosine follows all the same", |t, steps, s, eta| {
            if s == 0 {
                eta
            } else if t < s {
                rising(t, s, eta)
            } else {
                falling(way(t, steps, s), eta)
            }
        }),
        ("π is cut off after 3.14: `std::f64::consts::PI`", |t, steps, s, eta| {
            if t < s { rising(t, s, eta) } else { eta * (1.0 + (3.14 * way(t, steps, s)).cos()) / 2.0 }
        }),
        ("s is taken from the quotient, not from T: parentheses around T − s", |t, steps, s, eta| {
            let angle = PI * (t as f64 - s as f64) / steps as f64 - s as f64;
            if t < s { rising(t, s, eta) } else { eta * (1.0 + angle.cos()) / 2.0 }
        }),
    ],
    inputs: || {
        let mut all: Vec<Inputs> = (0..=10).map(|t| (t, 10, 4, 1.0)).collect();
        all.extend([(0, 100, 0, 0.02), (37, 100, 0, 0.02), (99, 100, 0, 0.02), (1, 50, 3, 0.6), (7, 9, 8, 2.0)]);
        all.extend([(8, 9, 8, 2.0), (0, 3, 1, 0.5), (2, 3, 1, 0.5), (0, 5, 5, 1.0), (6, 5, 2, 1.0)]);
        all
    },
    call: |step_size, &(t, steps, warm_up, eta)| step_size(t, steps, warm_up, eta).into(),
    properties: &[
        ("the warm-up is not over", |&(t, _, warm_up, _)| t < warm_up),
        ("the warm-up is over", |&(t, _, warm_up, _)| t >= warm_up),
        ("there is no warm-up", |&(_, _, warm_up, _)| warm_up == 0),
    ],
};
