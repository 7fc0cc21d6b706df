//! Spoilers: wrong ways to write `decayed_step` and `adamw_step`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use crate::t5_adaptive::ADAM_STEP;
use checks::{Answer, Diagnosis, Random};
use ndarray::{Array1, array};

type Vector = Array1<f64>;
pub type DecayedStep = fn(&Vector, &Vector, f64, f64) -> Vector;
pub type AdamState = (Vector, Vector, Vector);
pub type AdamwStep = fn(&Vector, &Vector, &Vector, &Vector, usize, f64, f64) -> AdamState;
pub type Both = (DecayedStep, AdamwStep);

/// Adam's step, as in task 5.
pub fn adam(w: &Vector, m: &Vector, v: &Vector, g: &Vector, t: usize, eta: f64) -> AdamState {
    (ADAM_STEP.right)(w, m, v, g, t, eta)
}

pub static DECAYED_STEP: Diagnosis<Both, DecayedStep, (Vector, Vector, f64, f64)> = Diagnosis {
    function: "decayed_step",
    slot: |f| &mut f.0,
    right: |w, g, eta, lambda| {
        assert_eq!(w.len(), g.len());
        (1.0 - eta * lambda) * w - eta * g
    },
    mistakes: &[
        ("λ without η: a step of size η shrinks the weight by ηλ", |w, g, eta, lambda| {
            (1.0 - lambda) * w - eta * g
        }),
        ("the decay has the wrong sign: the weights grow", |w, g, eta, lambda| (1.0 + eta * lambda) * w - eta * g),
        (
            "the step is taken first, and the new weight shrinks: both are computed from the old one",
            |w, g, eta, lambda| (1.0 - eta * lambda) * (w - eta * g),
        ),
    ],
    inputs: || {
        let mut random = Random::seeded(871);
        let mut case = |k: usize, eta, lambda| (random.vector(k), 3.0 * random.vector(k), eta, lambda);
        vec![
            (array![2.0, -1.0], array![3.0, 0.0], 0.1, 0.5),
            case(3, 0.3, 0.9),
            case(1, 0.2, 3.0),
            case(4, 0.7, 0.0),
            (array![1.0, -3.0, 0.0], array![0.0, 0.0, 0.0], 0.01, 0.1),
        ]
    },
    call: |step, (w, g, eta, lambda)| step(w, g, *eta, *lambda).into(),
    properties: &[("the gradient is 0", |(_, g, ..)| g.iter().all(|&g| g == 0.0))],
};

pub static ADAMW_STEP: Diagnosis<Both, AdamwStep, (AdamState, Vector, usize, f64, f64)> = Diagnosis {
    function: "adamw_step",
    slot: |f| &mut f.1,
    right: |w, m, v, g, t, eta, lambda| {
        let (after, m, v) = adam(w, m, v, g, t, eta);
        (after - eta * lambda * w, m, v)
    },
    mistakes: &[
        (
            "λw is added to the gradient, and Adam divides it away: leave the gradient alone, and take ηλw from the weights",
            |w, m, v, g, t, eta, lambda| adam(w, m, v, &(g + lambda * w), t, eta),
        ),
        ("λ without η: the decay takes ηλw from the weights", |w, m, v, g, t, eta, lambda| {
            let (after, m, v) = adam(w, m, v, g, t, eta);
            (after - lambda * w, m, v)
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(872);
        let mut case = |k: usize, t, eta, lambda| {
            let state = (random.vector(k), random.vector(k), random.vector(k).mapv(f64::abs));
            (state, 3.0 * random.vector(k), t, eta, lambda)
        };
        vec![
            case(3, 2, 0.3, 0.4),
            case(1, 5, 0.2, 2.0),
            case(4, 40, 0.7, 0.0),
            ((array![1.0, -3.0], array![0.0, 0.0], array![0.0, 0.0]), array![0.0, 0.0], 1, 0.01, 0.1),
        ]
    },
    call: |step, ((w, m, v), g, t, eta, lambda)| {
        let (w, m, v) = step(w, m, v, g, *t, *eta, *lambda);
        Answer::named("w", &w).and("m", &m).and("v", &v)
    },
    properties: &[("the decay is 0", |&(.., lambda)| lambda == 0.0)],
};
