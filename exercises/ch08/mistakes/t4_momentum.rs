//! Spoilers: wrong ways to write `momentum_step`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use checks::{Answer, Diagnosis, Random};
use ndarray::{Array1, array};

type Vector = Array1<f64>;
pub type MomentumStep = fn(&Vector, &Vector, &Vector, f64, f64) -> (Vector, Vector);
/// w, velocity, gradient, η, μ.
type Inputs = (Vector, Vector, Vector, f64, f64);

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
            "the gradient is multiplied by 1 − μ: this velocity is a mean of the gradients; here they add up, `mu * v + g`",
            |w, v, g, eta, mu| with(mu * v + (1.0 - mu) * g, w, eta),
        ),
        ("the step is taken with the old velocity: compute the new one first", |w, v, g, eta, mu| {
            (w - eta * v, mu * v + g)
        }),
        ("uphill: the velocity is taken away from w", |w, v, g, eta, mu| (w + eta * &(mu * v + g), mu * v + g)),
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
