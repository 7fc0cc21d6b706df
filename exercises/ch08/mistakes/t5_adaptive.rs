//! Spoilers: wrong ways to write `rmsprop_step` and `adam_step`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use crate::given::{BETA1, BETA2, EPSILON};
use checks::{Answer, Diagnosis, Random};
use ndarray::{Array1, array};

type Vector = Array1<f64>;
pub type RmspropStep = fn(&Vector, &Vector, &Vector, f64, f64) -> (Vector, Vector);
pub type AdamStep = fn(&Vector, &Vector, &Vector, &Vector, usize, f64) -> (Vector, Vector, Vector);
pub type Both = (RmspropStep, AdamStep);

fn root(s: &Vector) -> Vector {
    s.mapv(f64::sqrt)
}

fn mean_square(s: &Vector, g: &Vector, rho: f64) -> Vector {
    rho * s + (1.0 - rho) * g * g
}

/// The step with these means, corrected or not, and what is remembered.
fn adam_with(w: &Vector, corrected: (Vector, Vector), kept: (Vector, Vector), eta: f64) -> (Vector, Vector, Vector) {
    (w - eta * corrected.0 / (root(&corrected.1) + EPSILON), kept.0, kept.1)
}

fn means(m: &Vector, v: &Vector, g: &Vector) -> (Vector, Vector) {
    (BETA1 * m + (1.0 - BETA1) * g, mean_square(v, g, BETA2))
}

fn corrected((m, v): &(Vector, Vector), t: usize) -> (Vector, Vector) {
    (m / (1.0 - BETA1.powi(t as i32)), v / (1.0 - BETA2.powi(t as i32)))
}

pub static RMSPROP_STEP: Diagnosis<Both, RmspropStep, (Vector, Vector, Vector, f64, f64)> = Diagnosis {
    function: "rmsprop_step",
    slot: |f| &mut f.0,
    right: |w, s, g, eta, rho| {
        assert!(w.len() == g.len() && w.len() == s.len());
        let s = mean_square(s, g, rho);
        (w - eta * g / (root(&s) + EPSILON), s)
    },
    mistakes: &[
        ("the root is missing: divide by √s + ε", |w, s, g, eta, rho| {
            let s = mean_square(s, g, rho);
            (w - eta * g / (&s + EPSILON), s)
        }),
        ("the step divides by the old mean square: compute the new one first", |w, s, g, eta, rho| {
            (w - eta * g / (root(s) + EPSILON), mean_square(s, g, rho))
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(851);
        let mut case =
            |k: usize, eta, rho| (random.vector(k), random.vector(k).mapv(f64::abs), 3.0 * random.vector(k), eta, rho);
        vec![
            (array![1.0, -1.0], array![0.0, 4.0], array![4.0, -2.0], 0.1, 0.75),
            case(3, 0.3, 0.9),
            case(1, 2.0, 0.25),
            case(4, 0.7, 0.0),
            (array![0.5], array![0.0], array![1e-8], 1.0, 0.5),
            (array![0.5], array![2.0], array![0.0], 1.0, 0.5),
        ]
    },
    call: |step, (w, s, g, eta, rho)| {
        let (w, s) = step(w, s, g, *eta, *rho);
        Answer::named("w", &w).and("mean_square", &s)
    },
    properties: &[("the mean square was 0", |(_, s, ..)| s.iter().all(|&s| s == 0.0))],
};

pub static ADAM_STEP: Diagnosis<Both, AdamStep, (Vector, Vector, Vector, Vector, usize, f64)> = Diagnosis {
    function: "adam_step",
    slot: |f| &mut f.1,
    right: |w, m, v, g, t, eta| {
        assert!(t > 0 && w.len() == g.len() && w.len() == m.len() && w.len() == v.len());
        let kept = means(m, v, g);
        adam_with(w, corrected(&kept, t), kept, eta)
    },
    mistakes: &[
        ("nothing is corrected: divide m by 1 − β₁ᵗ and v by 1 − β₂ᵗ", |w, m, v, g, _, eta| {
            let kept = means(m, v, g);
            adam_with(w, kept.clone(), kept, eta)
        }),
        ("the corrected means are kept: return m and v themselves", |w, m, v, g, t, eta| {
            let kept = corrected(&means(m, v, g), t);
            adam_with(w, kept.clone(), kept, eta)
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(852);
        let mut case = |k: usize, t, eta| {
            (random.vector(k), random.vector(k), random.vector(k).mapv(f64::abs), 3.0 * random.vector(k), t, eta)
        };
        vec![
            case(3, 2, 0.3),
            case(1, 5, 2.0),
            case(4, 40, 0.7),
            (array![1.0, 0.0], array![0.0, 0.0], array![0.0, 0.0], array![100.0, -0.01], 1, 0.001),
            (array![0.5], array![0.0], array![0.0], array![1e-8], 1, 1.0),
            (array![0.5], array![0.3], array![2.0], array![0.0], 3, 1.0),
        ]
    },
    call: |step, (w, m, v, g, t, eta)| {
        let (w, m, v) = step(w, m, v, g, *t, *eta);
        Answer::named("w", &w).and("m", &m).and("v", &v)
    },
    properties: &[("it is the first step", |&(.., t, _)| t == 1)],
};
