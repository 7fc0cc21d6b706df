//! Spoilers: wrong ways to write `momentum_step`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use checks::{Answer, Diagnosis, Random};
use ndarray::{Array1, array};

type Vector = Array1<f64>;
pub type MomentumStep = fn(&Vector, &Vector, &Vector, f64, f64) -> (Vector, Vector);
/// w, velocity, gradient, η, μ.
type Inputs = (Vector, Vector, Vector, f64, f64);

const FIRST_ONLY: &str = "only the first weight is moved: does a `return` inside the loop end it?";

/// The step with this velocity.
fn with(velocity: Vector, w: &Vector, eta: f64) -> (Vector, Vector) {
    (w - eta * &velocity, velocity)
}

pub static MOMENTUM_STEP: Diagnosis<MomentumStep, MomentumStep, Inputs> = Diagnosis {
    function: "momentum_step",
    slot: |f| f,
    right: |w, v, g, eta, mu| {
        assert!(w.len() == g.len() && w.len() == v.len());
        with(mu * v + g, w, eta)
    },
    mistakes: &[
        (
            "the gradient is multiplied by 1 − μ, which makes a mean: here they add up, `mu * velocity + gradient`",
            |w, v, g, eta, mu| with(mu * v + (1.0 - mu) * g, w, eta),
        ),
        ("the step is taken with the old velocity: compute the new one first", |w, v, g, eta, mu| {
            (w - eta * v, mu * v + g)
        }),
        ("uphill: subtract the velocity from the weights", |w, v, g, eta, mu| (w + eta * &(mu * v + g), mu * v + g)),
        ("the gradient is subtracted from the velocity: add it", |w, v, g, eta, mu| with(mu * v - g, w, eta)),
        (
            "the velocity points downhill: here it adds up the gradients, and is subtracted from the weights",
            |w, v, g, eta, mu| {
                let v = mu * v - g;
                (w + eta * &v, v)
            },
        ),
        (
            "the velocity points downhill and holds η: here it adds up the gradients, and η comes in with the weights",
            |w, v, g, eta, mu| {
                let v = mu * v - eta * g;
                (w + &v, v)
            },
        ),
        ("η is in the velocity already: multiply by it once, where the weights move", |w, v, g, eta, mu| {
            with(mu * v + eta * g, w, eta)
        }),
        (
            "the velocity holds η: here it adds up the gradients alone, and η comes in with the weights",
            |w, v, g, eta, mu| {
                let v = mu * v + eta * g;
                (w - &v, v)
            },
        ),
        ("the velocity is not kept: return the new one, not the one that came in", |w, v, g, eta, mu| {
            (w - eta * (mu * v + g), v.clone())
        }),
        ("the velocity is forgotten: this is a step of plain gradient descent", |w, _, g, eta, _| {
            (w - eta * g, g.clone())
        }),
        ("the velocity is kept whole, without μ", |w, v, g, eta, _| with(v + g, w, eta)),
        ("1 − μ of the velocity is kept: multiply it by μ", |w, v, g, eta, mu| with((1.0 - mu) * v + g, w, eta)),
        ("μ multiplies the gradient: it multiplies the old velocity", |w, v, g, eta, mu| with(v + mu * g, w, eta)),
        ("μ multiplies the sum: it multiplies the old velocity alone", |w, v, g, eta, mu| with(mu * (v + g), w, eta)),
        ("the gradient is missing from the velocity", |w, v, _, eta, mu| with(mu * v, w, eta)),
        ("the gradient comes twice: it is in the velocity already", |w, v, g, eta, mu| {
            let v = mu * v + g;
            (w - eta * (&v + g), v)
        }),
        ("this is Nesterov's step, which looks ahead: the weights follow the velocity itself", |w, v, g, eta, mu| {
            let v = mu * v + g;
            (w - eta * (mu * &v + g), v)
        }),
        ("η is missing: the weights follow η times the velocity", |w, v, g, _, mu| with(mu * v + g, w, 1.0)),
        ("η and μ have changed places", |w, v, g, eta, mu| with(eta * v + g, w, mu)),
        ("the weights stay where they were", |w, v, g, _, mu| (w.clone(), mu * v + g)),
        ("weights and velocity have changed places: the weights come first", |w, v, g, eta, mu| {
            let (w, v) = with(mu * v + g, w, eta);
            (v, w)
        }),
        ("one velocity for all weights, that of the first: each weight has its own", |w, v, g, eta, mu| {
            with(mu * v[0] + g, w, eta)
        }),
        ("the step alone is returned, not the weights after it", |_, v, g, eta, mu| {
            let v = mu * v + g;
            (-eta * &v, v)
        }),
        ("the gradient is divided by its length: it counts as it is", |w, v, g, eta, mu| {
            let length = g.dot(g).sqrt();
            with(mu * v + g / if length > 0.0 { length } else { 1.0 }, w, eta)
        }),
        (
            "the weights follow the gradient, not the velocity: `w - eta * velocity`, with the new one",
            |w, v, g, eta, mu| (w - eta * g, mu * v + g),
        ),
        (
            "the velocity is returned times η: return it as it is, and multiply where the weights move",
            |w, v, g, eta, mu| {
                let v = mu * v + g;
                (w - eta * &v, eta * v)
            },
        ),
        (FIRST_ONLY, |w, v, g, eta, mu| {
            let (mut after, mut kept) = (w.clone(), v.clone());
            kept[0] = mu * v[0] + g[0];
            after[0] = w[0] - eta * kept[0];
            (after, kept)
        }),
        ("the last weight is not moved: `0..w.len()` goes through all of them", |w, v, g, eta, mu| {
            let (mut after, mut kept) = with(mu * v + g, w, eta);
            let last = w.len() - 1;
            (after[last], kept[last]) = (w[last], v[last]);
            (after, kept)
        }),
        ("the first step is 1 − μ as long: it is that of plain gradient descent", |w, v, g, eta, mu| {
            let first = v.iter().all(|&v| v == 0.0);
            with(if first { (1.0 - mu) * g } else { mu * v + g }, w, eta)
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(841);
        let mut case = |k: usize, eta, mu| (random.vector(k), random.vector(k), 3.0 * random.vector(k), eta, mu);
        vec![
            (array![1.0, 0.0], array![2.0, -1.0], array![4.0, 3.0], 0.1, 0.5),
            case(3, 0.3, 0.9),
            case(1, 2.0, 0.25),
            case(4, 0.7, 0.6),
            case(3, 0.3, 0.0),
            (array![1.0], array![0.0], array![-2.0], 0.1, 0.9),
            (array![1.0], array![2.0], array![0.0], 0.1, 0.9),
        ]
    },
    call: |step, (w, v, g, eta, mu)| {
        let (w, v) = step(w, v, g, *eta, *mu);
        Answer::named("w", &w).and("velocity", &v)
    },
    properties: &[("the velocity was 0", |(_, v, ..)| v.iter().all(|&v| v == 0.0))],
};
