//! Spoilers: wrong ways to write `rmsprop_step` and `adam_step`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use crate::given::{BETA1, BETA2, EPSILON};
use checks::{Answer, Diagnosis, Random};
use ndarray::{Array1, array};

type Vector = Array1<f64>;
pub type RmspropStep = fn(&Vector, &Vector, &Vector, f64, f64) -> (Vector, Vector);
pub type AdamStep = fn(&Vector, &Vector, &Vector, &Vector, usize, f64) -> (Vector, Vector, Vector);
pub type Both = (RmspropStep, AdamStep);

const PRECEDENCE: &str = "ε is added to the step, not to the root: parentheses around the root and ε";

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
        ("ε is inside the root: add it after the root", |w, s, g, eta, rho| {
            let s = mean_square(s, g, rho);
            (w - eta * g / (&s + EPSILON).mapv(f64::sqrt), s)
        }),
        ("ε is missing: with a mean square of 0 this is 0/0", |w, s, g, eta, rho| {
            let s = mean_square(s, g, rho);
            (w - eta * g / root(&s), s)
        }),
        ("the gradient is not squared: s is a running mean of its square", |w, s, g, eta, rho| {
            let s = rho * s + (1.0 - rho) * g;
            (w - eta * g / (root(&s) + EPSILON), s)
        }),
        ("the size of the gradient is averaged, not its square", |w, s, g, eta, rho| {
            let s = rho * s + (1.0 - rho) * g.mapv(f64::abs);
            (w - eta * g / (root(&s) + EPSILON), s)
        }),
        ("the squares add up without 1 − ρ: this is no mean", |w, s, g, eta, rho| {
            let s = rho * s + g * g;
            (w - eta * g / (root(&s) + EPSILON), s)
        }),
        ("the squares add up for ever: that is AdaGrad; RMSProp forgets the old ones, with ρ", |w, s, g, eta, _| {
            let s = s + &(g * g);
            (w - eta * g / (root(&s) + EPSILON), s)
        }),
        ("ρ and 1 − ρ have changed places: ρ is what is kept", |w, s, g, eta, rho| {
            let s = mean_square(s, g, 1.0 - rho);
            (w - eta * g / (root(&s) + EPSILON), s)
        }),
        ("the old mean square is forgotten: keep ρ times it", |w, _, g, eta, rho| {
            let s = (1.0 - rho) * g * g;
            (w - eta * g / (root(&s) + EPSILON), s)
        }),
        ("the mean square is not kept: return the new one", |w, s, g, eta, rho| {
            (w - eta * g / (root(&mean_square(s, g, rho)) + EPSILON), s.clone())
        }),
        ("uphill: subtract the step from the weights", |w, s, g, eta, rho| {
            let s = mean_square(s, g, rho);
            (w + eta * g / (root(&s) + EPSILON), s)
        }),
        ("multiplied by the root: divide by it", |w, s, g, eta, rho| {
            let s = mean_square(s, g, rho);
            (w - eta * g * (root(&s) + EPSILON), s)
        }),
        ("the step is not divided: this is plain gradient descent", |w, s, g, eta, rho| {
            (w - eta * g, mean_square(s, g, rho))
        }),
        ("the step has lost its gradient: multiply η/(√s + ε) by it", |w, s, g, eta, rho| {
            let s = mean_square(s, g, rho);
            (w - eta / (root(&s) + EPSILON), s)
        }),
        ("η is missing", |w, s, g, _, rho| {
            let s = mean_square(s, g, rho);
            (w - g / (root(&s) + EPSILON), s)
        }),
        ("1 − ρ is squared with the gradient: it multiplies the square", |w, s, g, eta, rho| {
            let part = (1.0 - rho) * g;
            let s = rho * s + &part * &part;
            (w - eta * g / (root(&s) + EPSILON), s)
        }),
        ("one mean square for all weights: each weight has its own", |w, s, g, eta, rho| {
            let mean = mean_square(s, g, rho).sum() / w.len() as f64;
            (w - eta * g / (mean.sqrt() + EPSILON), Vector::from_elem(w.len(), mean))
        }),
        ("the mean square is corrected as in Adam's first step: RMSProp does not do that", |w, s, g, eta, rho| {
            let s = mean_square(s, g, rho);
            (w - eta * g / (root(&(&s / (1.0 - rho))) + EPSILON), s)
        }),
        ("the root is kept: what is remembered is the mean square itself", |w, s, g, eta, rho| {
            let s = root(&mean_square(s, g, rho));
            (w - eta * g / (&s + EPSILON), s)
        }),
        ("weights and mean square have changed places: the weights come first", |w, s, g, eta, rho| {
            let s = mean_square(s, g, rho);
            let w = w - eta * g / (root(&s) + EPSILON);
            (s, w)
        }),
        (PRECEDENCE, |w, s, g, eta, rho| {
            let s = mean_square(s, g, rho);
            (w - (eta * g / root(&s) + EPSILON), s)
        }),
        (PRECEDENCE, |w, s, g, eta, rho| {
            let s = mean_square(s, g, rho);
            (w - eta * g / root(&s) + EPSILON, s)
        }),
        ("only the first weight is moved: does a `return` inside the loop end it?", |w, s, g, eta, rho| {
            let (mut after, mut kept) = (w.clone(), s.clone());
            kept[0] = rho * s[0] + (1.0 - rho) * g[0] * g[0];
            after[0] = w[0] - eta * g[0] / (kept[0].sqrt() + EPSILON);
            (after, kept)
        }),
        ("the first step keeps the whole square: 1 − ρ of it comes in at every step", |w, s, g, eta, rho| {
            let first = s.iter().all(|&s| s == 0.0);
            let s = if first { g * g } else { mean_square(s, g, rho) };
            (w - eta * g / (root(&s) + EPSILON), s)
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
        ("only m is corrected: divide v by 1 − β₂ᵗ too", |w, m, v, g, t, eta| {
            let kept = means(m, v, g);
            adam_with(w, (corrected(&kept, t).0, kept.1.clone()), kept, eta)
        }),
        ("only v is corrected: divide m by 1 − β₁ᵗ too", |w, m, v, g, t, eta| {
            let kept = means(m, v, g);
            adam_with(w, (kept.0.clone(), corrected(&kept, t).1), kept, eta)
        }),
        ("the corrected means are kept: return m and v themselves", |w, m, v, g, t, eta| {
            let kept = corrected(&means(m, v, g), t);
            adam_with(w, kept.clone(), kept, eta)
        }),
        ("the correction is without its power: 1 − βᵗ, with t the number of the step", |w, m, v, g, _, eta| {
            let kept = means(m, v, g);
            adam_with(w, corrected(&kept, 1), kept, eta)
        }),
        ("the steps are counted from 0: the first has t = 1 already", |w, m, v, g, t, eta| {
            let kept = means(m, v, g);
            adam_with(w, corrected(&kept, t - 1), kept, eta)
        }),
        ("the steps are counted one too many: t is the number of this step", |w, m, v, g, t, eta| {
            let kept = means(m, v, g);
            adam_with(w, corrected(&kept, t + 1), kept, eta)
        }),
        ("β · t in place of βᵗ: `powi` is the power", |w, m, v, g, t, eta| {
            let kept = means(m, v, g);
            let c = |beta: f64| 1.0 - beta * t as f64;
            adam_with(w, (&kept.0 / c(BETA1), &kept.1 / c(BETA2)), kept, eta)
        }),
        ("multiplied by the corrections: divide by 1 − βᵗ", |w, m, v, g, t, eta| {
            let kept = means(m, v, g);
            let c = |beta: f64| 1.0 - beta.powi(t as i32);
            adam_with(w, (&kept.0 * c(BETA1), &kept.1 * c(BETA2)), kept, eta)
        }),
        ("β₁ and β₂ have changed places: m keeps 0.9, v keeps 0.999", |w, m, v, g, t, eta| {
            let kept = (BETA2 * m + (1.0 - BETA2) * g, mean_square(v, g, BETA1));
            let c = |beta: f64| 1.0 - beta.powi(t as i32);
            adam_with(w, (&kept.0 / c(BETA2), &kept.1 / c(BETA1)), kept, eta)
        }),
        ("ε is inside the root: add it after the root", |w, m, v, g, t, eta| {
            let kept = means(m, v, g);
            let (m, v) = corrected(&kept, t);
            (w - eta * m / (v + EPSILON).mapv(f64::sqrt), kept.0, kept.1)
        }),
        ("the root is missing: divide by √v̂ + ε", |w, m, v, g, t, eta| {
            let kept = means(m, v, g);
            let (m, v) = corrected(&kept, t);
            (w - eta * m / (v + EPSILON), kept.0, kept.1)
        }),
        ("the gradient is not squared in v", |w, m, v, g, t, eta| {
            let kept = (BETA1 * m + (1.0 - BETA1) * g, BETA2 * v + (1.0 - BETA2) * g);
            adam_with(w, corrected(&kept, t), kept, eta)
        }),
        ("m adds up the gradients without 1 − β₁", |w, m, v, g, t, eta| {
            let kept = (BETA1 * m + g, mean_square(v, g, BETA2));
            adam_with(w, corrected(&kept, t), kept, eta)
        }),
        ("v adds up the squares without 1 − β₂", |w, m, v, g, t, eta| {
            let kept = (BETA1 * m + (1.0 - BETA1) * g, BETA2 * v + g * g);
            adam_with(w, corrected(&kept, t), kept, eta)
        }),
        ("the size of the gradient is averaged in v, not its square", |w, m, v, g, t, eta| {
            let kept = (BETA1 * m + (1.0 - BETA1) * g, BETA2 * v + (1.0 - BETA2) * g.mapv(f64::abs));
            adam_with(w, corrected(&kept, t), kept, eta)
        }),
        ("the gradient is squared in m: m is a running mean of the gradient itself", |w, m, v, g, t, eta| {
            let kept = (mean_square(m, g, BETA1), mean_square(v, g, BETA2));
            adam_with(w, corrected(&kept, t), kept, eta)
        }),
        ("β₁ and 1 − β₁ have changed places in m: β₁ is what is kept", |w, m, v, g, t, eta| {
            let kept = ((1.0 - BETA1) * m + BETA1 * g, mean_square(v, g, BETA2));
            adam_with(w, corrected(&kept, t), kept, eta)
        }),
        ("β₂ and 1 − β₂ have changed places in v: β₂ is what is kept", |w, m, v, g, t, eta| {
            let kept = (BETA1 * m + (1.0 - BETA1) * g, mean_square(v, g, 1.0 - BETA2));
            adam_with(w, corrected(&kept, t), kept, eta)
        }),
        ("v is made from m, not from the gradient", |w, m, v, g, t, eta| {
            let m = BETA1 * m + (1.0 - BETA1) * g;
            let kept = (m.clone(), mean_square(v, &m, BETA2));
            adam_with(w, corrected(&kept, t), kept, eta)
        }),
        ("the gradient itself is divided, not its mean m̂", |w, m, v, g, t, eta| {
            let kept = means(m, v, g);
            adam_with(w, (g.clone(), corrected(&kept, t).1), kept, eta)
        }),
        ("the old means are used for the step: compute the new ones first", |w, m, v, g, t, eta| {
            adam_with(w, corrected(&(m.clone(), v.clone()), t), means(m, v, g), eta)
        }),
        ("the means are not kept: return the new m and v", |w, m, v, g, t, eta| {
            adam_with(w, corrected(&means(m, v, g), t), (m.clone(), v.clone()), eta)
        }),
        ("uphill: subtract the step from the weights", |w, m, v, g, t, eta| {
            let kept = means(m, v, g);
            adam_with(w, corrected(&kept, t), kept, -eta)
        }),
        ("η is missing", |w, m, v, g, t, _| {
            let kept = means(m, v, g);
            adam_with(w, corrected(&kept, t), kept, 1.0)
        }),
        ("m and v have changed places in what is returned: w, m, v", |w, m, v, g, t, eta| {
            let kept = means(m, v, g);
            let (w, m, v) = adam_with(w, corrected(&kept, t), kept, eta);
            (w, v, m)
        }),
        ("this is RMSProp with Adam's β₂: m is not used", |w, m, v, g, _, eta| {
            let kept = means(m, v, g);
            adam_with(w, (g.clone(), kept.1.clone()), kept, eta)
        }),
        ("ε is missing: with a v of 0 this is 0/0", |w, m, v, g, t, eta| {
            let kept = means(m, v, g);
            let (m, v) = corrected(&kept, t);
            (w - eta * m / root(&v), kept.0, kept.1)
        }),
        (PRECEDENCE, |w, m, v, g, t, eta| {
            let kept = means(m, v, g);
            let (m, v) = corrected(&kept, t);
            (w - (eta * m / root(&v) + EPSILON), kept.0, kept.1)
        }),
        (PRECEDENCE, |w, m, v, g, t, eta| {
            let kept = means(m, v, g);
            let (m, v) = corrected(&kept, t);
            (w - eta * m / root(&v) + EPSILON, kept.0, kept.1)
        }),
        ("both means are corrected with β₁: v has β₂", |w, m, v, g, t, eta| {
            let kept = means(m, v, g);
            let c = 1.0 - BETA1.powi(t as i32);
            adam_with(w, (&kept.0 / c, &kept.1 / c), kept, eta)
        }),
        ("the power is of 1 − β: first βᵗ, then 1 − βᵗ", |w, m, v, g, t, eta| {
            let kept = means(m, v, g);
            let c = |beta: f64| (1.0 - beta).powi(t as i32);
            adam_with(w, (&kept.0 / c(BETA1), &kept.1 / c(BETA2)), kept, eta)
        }),
        ("v is corrected after its root: divide v by 1 − β₂ᵗ, then take the root", |w, m, v, g, t, eta| {
            let kept = means(m, v, g);
            let (m, c) = (corrected(&kept, t).0, 1.0 - BETA2.powi(t as i32));
            (w - eta * m / (root(&kept.1) / c + EPSILON), kept.0, kept.1)
        }),
        ("ε is added to √v, before the correction: add it to √v̂", |w, m, v, g, t, eta| {
            let kept = means(m, v, g);
            let (m, c) = (corrected(&kept, t).0, 1.0 - BETA2.powi(t as i32));
            (w - eta * c.sqrt() * m / (root(&kept.1) + EPSILON), kept.0, kept.1)
        }),
        ("m and v add up without 1 − β₁ and 1 − β₂", |w, m, v, g, t, eta| {
            let kept = (BETA1 * m + g, BETA2 * v + g * g);
            adam_with(w, corrected(&kept, t), kept, eta)
        }),
        ("β and 1 − β have changed places: β is what is kept of the old mean", |w, m, v, g, t, eta| {
            let kept = ((1.0 - BETA1) * m + BETA1 * g, mean_square(v, g, 1.0 - BETA2));
            adam_with(w, corrected(&kept, t), kept, eta)
        }),
        ("v never becomes smaller, as in AMSGrad: Adam forgets large gradients in time", |w, m, v, g, t, eta| {
            let (m, new) = means(m, v, g);
            let kept = (m, ndarray::Zip::from(v).and(&new).map_collect(|&a, &b| a.max(b)));
            adam_with(w, corrected(&kept, t), kept, eta)
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
