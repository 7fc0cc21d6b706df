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

const SIGN: &str = "each weight is moved by ηλ, whatever its size: here it shrinks by a share of itself";
const TWICE: &str = "the gradient comes twice, in a decayed step and in Adam's: here the decay is ηλw alone";

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
        ("η multiplies the gradient twice: multiply once", |w, g, eta, lambda| {
            (1.0 - eta * lambda) * w - eta * eta * g
        }),
        ("there is no decay: this is a step of plain gradient descent", |w, g, eta, _| w - eta * g),
        ("the gradient is missing: only the decay is there", |w, _, eta, lambda| (1.0 - eta * lambda) * w),
        ("the decay is 2ηλ: with (λ/2) |w|² the derivative is λw", |w, g, eta, lambda| {
            (1.0 - 2.0 * eta * lambda) * w - eta * g
        }),
        ("the decay is ηλ/2: with (λ/2) |w|² the derivative is λw", |w, g, eta, lambda| {
            (1.0 - eta * lambda / 2.0) * w - eta * g
        }),
        ("uphill: subtract the gradient", |w, g, eta, lambda| (1.0 - eta * lambda) * w + eta * g),
        ("η is missing in front of the gradient", |w, g, eta, lambda| (1.0 - eta * lambda) * w - g),
        ("a weight shrinks to ηλ times itself: 1 − ηλ of it is left", |w, g, eta, lambda| {
            eta * lambda * w - eta * g
        }),
        (SIGN, |w, g, eta, lambda| w - eta * lambda * &w.mapv(|w| if w == 0.0 { 0.0 } else { w.signum() }) - eta * g),
        ("ηλ is subtracted from each weight: ηλ times the weight", |w, g, eta, lambda| w - eta * lambda - eta * g),
        ("the gradient shrinks, not the weight", |w, g, eta, lambda| w - eta * (1.0 - eta * lambda) * g),
        ("the square of the weight is subtracted: the derivative of (λ/2) w² is λw", |w, g, eta, lambda| {
            w - eta * lambda * w * w - eta * g
        }),
        ("λ multiplies the gradient: it multiplies the weight", |w, g, eta, lambda| w - eta * (g + lambda * g)),
        ("divided by 1 + ηλ: multiply by 1 − ηλ", |w, g, eta, lambda| (w - eta * g) / (1.0 + eta * lambda)),
        ("λ is in front of the gradient: η belongs there", |w, g, eta, lambda| (1.0 - eta * lambda) * w - lambda * g),
        ("the first weight does not shrink, as if it were a bias: here every weight does", |w, g, eta, lambda| {
            let mut after = (1.0 - eta * lambda) * w - eta * g;
            after[0] = w[0] - eta * g[0];
            after
        }),
        ("a weight that would cross 0 stops there: nothing is cut off", |w, g, eta, lambda| {
            let after = (1.0 - eta * lambda) * w - eta * g;
            ndarray::Zip::from(&after).and(w).map_collect(|&a, &w| if a * w < 0.0 { 0.0 } else { a })
        }),
        ("the old weight comes twice: (1 − ηλ) w holds it already", |w, g, eta, lambda| {
            w + (1.0 - eta * lambda) * w - eta * g
        }),
        (SIGN, |w, g, eta, lambda| w - eta * lambda * &w.mapv(f64::signum) - eta * g),
        ("the penalty (λ/2) |w|² itself is subtracted: its gradient is λw", |w, g, eta, lambda| {
            w - eta * lambda / 2.0 * w.dot(w) - eta * g
        }),
        ("only the first weight is moved: does a `return` inside the loop end it?", |w, g, eta, lambda| {
            let mut after = w.clone();
            after[0] = (1.0 - eta * lambda) * w[0] - eta * g[0];
            after
        }),
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
            "λw is in the gradient, and Adam divides it away: subtract ηλw from the weights instead",
            |w, m, v, g, t, eta, lambda| adam(w, m, v, &(g + lambda * w), t, eta),
        ),
        ("λ without η: the decay subtracts ηλw from the weights", |w, m, v, g, t, eta, lambda| {
            let (after, m, v) = adam(w, m, v, g, t, eta);
            (after - lambda * w, m, v)
        }),
        (
            "the weight from after Adam's step shrinks: the decay is ηλ times the weight from before",
            |w, m, v, g, t, eta, lambda| {
                let (after, m, v) = adam(w, m, v, g, t, eta);
                ((1.0 - eta * lambda) * after, m, v)
            },
        ),
        ("the decay has the wrong sign: the weights grow", |w, m, v, g, t, eta, lambda| {
            let (after, m, v) = adam(w, m, v, g, t, eta);
            (after + eta * lambda * w, m, v)
        }),
        ("there is no decay: this is Adam's step", |w, m, v, g, t, eta, _| adam(w, m, v, g, t, eta)),
        ("the decay alone: Adam's step is missing", |w, m, v, g, t, eta, lambda| {
            let (_, m, v) = adam(w, m, v, g, t, eta);
            ((1.0 - eta * lambda) * w, m, v)
        }),
        ("this is a decayed step of plain gradient descent: call `adam_step`", |w, m, v, g, _, eta, lambda| {
            ((1.0 - eta * lambda) * w - eta * g, m.clone(), v.clone())
        }),
        ("the decay comes twice: in the gradient and beside it", |w, m, v, g, t, eta, lambda| {
            let (after, m, v) = adam(w, m, v, &(g + lambda * w), t, eta);
            (after - eta * lambda * w, m, v)
        }),
        ("the old m and v are returned: return Adam's", |w, m, v, g, t, eta, lambda| {
            let (after, ..) = adam(w, m, v, g, t, eta);
            (after - eta * lambda * w, m.clone(), v.clone())
        }),
        ("m and v have changed places in what is returned", |w, m, v, g, t, eta, lambda| {
            let (after, m, v) = adam(w, m, v, g, t, eta);
            (after - eta * lambda * w, v, m)
        }),
        ("m and v have changed places in the call of `adam_step`", |w, m, v, g, t, eta, lambda| {
            let (after, m, v) = adam(w, v, m, g, t, eta);
            (after - eta * lambda * w, m, v)
        }),
        ("the decay is ηλ/2: it is ηλ", |w, m, v, g, t, eta, lambda| {
            let (after, m, v) = adam(w, m, v, g, t, eta);
            (after - eta * lambda / 2.0 * w, m, v)
        }),
        (
            "the decay is 2ηλ, not ηλ: is it taken before Adam's step and once more after it?",
            |w, m, v, g, t, eta, lambda| {
                let (after, m, v) = adam(&((1.0 - eta * lambda) * w), m, v, g, t, eta);
                (after - eta * lambda * w, m, v)
            },
        ),
        ("ηλ is subtracted from each weight: ηλ times the weight", |w, m, v, g, t, eta, lambda| {
            let (after, m, v) = adam(w, m, v, g, t, eta);
            (after - eta * lambda, m, v)
        }),
        ("the decay multiplies the gradient: it multiplies the weight", |w, m, v, g, t, eta, lambda| {
            let (after, m, v) = adam(w, m, v, g, t, eta);
            (after - eta * lambda * g, m, v)
        }),
        ("the step number is always 1: hand on `t`", |w, m, v, g, _, eta, lambda| {
            let (after, m, v) = adam(w, m, v, g, 1, eta);
            (after - eta * lambda * w, m, v)
        }),
        ("the step number is one too high: hand on `t`", |w, m, v, g, t, eta, lambda| {
            let (after, m, v) = adam(w, m, v, g, t + 1, eta);
            (after - eta * lambda * w, m, v)
        }),
        (TWICE, |w, m, v, g, t, eta, lambda| {
            let (after, m, v) = adam(w, m, v, g, t, eta);
            (after - eta * lambda * w - eta * g, m, v)
        }),
        (TWICE, |w, m, v, g, t, eta, lambda| {
            let (after, m, v) = adam(w, m, v, g, t, eta);
            ((1.0 - eta * lambda) * after - eta * g, m, v)
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
