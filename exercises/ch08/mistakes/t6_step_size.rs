//! Spoilers: wrong ways to write `step_size`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use checks::Diagnosis;
use std::f64::consts::PI;

pub type StepSize = fn(usize, usize, usize, f64) -> f64;
/// t, steps, warm-up, η.
type Inputs = (usize, usize, usize, f64);

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
