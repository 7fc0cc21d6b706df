//! Spoilers: wrong ways to write `step`, and the inputs that tell them apart. The tests use them to name a mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array1, array};

pub type Step = fn(&Array1<f64>, &Array1<f64>, f64) -> Array1<f64>;
/// w, the gradient and η.
type Inputs = (Array1<f64>, Array1<f64>, f64);

pub static STEP: Diagnosis<Step, Step, Inputs> = Diagnosis {
    function: "step",
    slot: |f| f,
    right: |w, gradient, eta| each(w, gradient, |w, g| w - eta * g),
    mistakes: &[
        ("this step goes up: descent takes the gradient away, w − η ∇E", |w, g, eta| w + eta * g),
        ("the step size is left out: multiply the gradient by η", |w, g, _| w - g),
        ("this step goes up, and without the step size: w − η ∇E", |w, g, _| w + g),
        ("divided by the step size: multiply the gradient by η", |w, g, eta| w - g / eta),
        (
            "the gradient is divided by its length: a steeper slope takes a longer step, η ∇E as it is",
            |w, g, eta| w - eta * g / g.dot(g).sqrt(),
        ),
        (
            "the gradient is divided by its length: a steeper slope takes a longer step, η ∇E as it is",
            |w, g, eta| {
                let length = g.dot(g).sqrt();
                if length == 0.0 { w.clone() } else { w - eta * g / length }
            },
        ),
        ("this is the way to go, not where it leads: start from w", |_, g, eta| -eta * g),
        ("this is η ∇E: take it away from w", |_, g, eta| eta * g),
        ("the order is the other way round: w − η ∇E, not η ∇E − w", |w, g, eta| eta * g - w),
        ("η multiplies w − ∇E: it belongs to the gradient alone", |w, g, eta| eta * (w - g)),
        ("η multiplies w: it belongs to the gradient, w − η ∇E", |w, g, eta| eta * w - g),
        ("w and the gradient have changed places: w − η ∇E, not ∇E − η w", |w, g, eta| g - eta * w),
        ("w and the gradient have changed places, and the step goes up: w − η ∇E", |w, g, eta| g + eta * w),
        ("η and the gradient are added, or taken away one after the other: multiply them", |w, g, eta| w - g - eta),
        ("the gradient does not matter: each weight moves by η times its own slope", |w, _, eta| w - eta),
        ("w is shrunk, whatever the gradient: take η ∇E away from it", |w, _, eta| w - eta * w),
        ("w is multiplied by the gradient as well: w − η ∇E", |w, g, eta| w - eta * (w * g)),
        ("η is squared: multiply the gradient by η once", |w, g, eta| w - eta * eta * g),
        ("the step is twice as long, or taken twice: one step of η ∇E", |w, g, eta| w - 2.0 * eta * g),
        ("the step is half as long: the gradient is used as it is", |w, g, eta| w - eta * g / 2.0),
        ("the step is divided by the number of weights: η ∇E as it is", |w, g, eta| w - eta * g / w.len() as f64),
        ("the gradient is squared: each weight moves by η times its slope", |w, g, eta| w - eta * (g * g)),
        ("only the signs of the slopes are used: a steeper slope takes a longer step, η ∇E", |w, g, eta| {
            w - eta * g.mapv(sign)
        }),
        ("the signs of the slopes are lost: where the slope is negative, the weight grows", |w, g, eta| {
            w - eta * g.mapv(f64::abs)
        }),
        ("negative slopes are left out: where the slope is negative, the weight grows", |w, g, eta| {
            w - eta * g.mapv(|g| g.max(0.0))
        }),
        ("positive slopes are left out: where the slope is positive, the weight shrinks", |w, g, eta| {
            w - eta * g.mapv(|g| g.min(0.0))
        }),
        ("slopes beyond 1 are cut off: a steeper slope takes a longer step, η ∇E as it is", |w, g, eta| {
            w - eta * g.mapv(|g| g.clamp(-1.0, 1.0))
        }),
        ("a step longer than 1 is cut off: η ∇E as it is", |w, g, eta| w - (eta * g).mapv(|g| g.clamp(-1.0, 1.0))),
        ("a step size above 1 is cut off: η as it is", |w, g, eta| w - eta.min(1.0) * g),
        ("small slopes are taken for 0: η ∇E as it is", |w, g, eta| {
            w - eta * g.mapv(|g| if g.abs() < 1e-6 { 0.0 } else { g })
        }),
        ("small slopes are taken for 0: η ∇E as it is", |w, g, eta| {
            w - eta * g.mapv(|g| if g.abs() < 1e-8 { 0.0 } else { g })
        }),
        ("weights below 0 are cut off at 0: a weight may be negative", |w, g, eta| (w - eta * g).mapv(|w| w.max(0.0))),
        ("the signs of the weights are lost: a weight may be negative", |w, g, eta| (w - eta * g).mapv(f64::abs)),
        ("only the first weight moves: does a `return` inside the loop end it?", |w, g, eta| {
            some(w, g, eta, |i| i == 0)
        }),
        ("the first weight does not move: indices start at 0, and it is one like the others", |w, g, eta| {
            some(w, g, eta, |i| i > 0)
        }),
        ("the last weight does not move: `0..k` runs up to k − 1, which is the last index", |w, g, eta| {
            some(w, g, eta, |i| i + 1 < w.len())
        }),
        ("only the last weight moves: does each round of the loop begin with a new copy of w?", |w, g, eta| {
            some(w, g, eta, |i| i + 1 == w.len())
        }),
        ("a weight that is 0 does not move: it has a slope like the others", |w, g, eta| {
            some(w, g, eta, |i| w[i] != 0.0)
        }),
        ("w is returned as it came in: w − η ∇E is a new array, which is to be returned", |w, _, _| w.clone()),
        ("the gradient is returned: the weights after the step are asked for, w − η ∇E", |_, g, _| g.clone()),
        ("every weight moves by the sum of all slopes: each has a slope of its own", |w, g, eta| w - eta * g.sum()),
        ("every weight moves by the mean of all slopes: each has a slope of its own", |w, g, eta| {
            w - eta * g.sum() / g.len() as f64
        }),
        ("every weight moves by the length of the gradient: each has a slope of its own", |w, g, eta| {
            w - eta * g.dot(g).sqrt()
        }),
        ("every weight moves by the first slope: each has a slope of its own", |w, g, eta| w - eta * g[0]),
        ("every weight moves by the last slope: each has a slope of its own", |w, g, eta| w - eta * g[g.len() - 1]),
        ("the gradient is read backwards: weight i moves by slope i", |w, g, eta| {
            w.iter().zip(g.iter().rev()).map(|(w, g)| w - eta * g).collect()
        }),
        ("the slopes before are taken away as well: weight i moves by slope i", |w, g, eta| {
            (0..w.len()).map(|i| w[i] - eta * g.iter().take(i + 1).sum::<f64>()).collect()
        }),
        ("the sum wᵀ∇E is used: each weight moves by its own slope", |w, g, eta| w - eta * w.dot(g)),
        ("each weight has all weights taken from it: `w[i] - eta * gradient[i]`", |w, g, eta| {
            (0..w.len()).map(|i| w[i] - eta * g[i] - w.iter().take(i).sum::<f64>()).collect()
        }),
        ("the digits after the point are lost: keep the numbers as `f64`", |w, g, eta| (w - eta * g).mapv(f64::trunc)),
        ("the loop runs one step too far: the last index is k − 1, so write `0..k` and not `0..=k`", |w, g, eta| {
            (0..=w.len()).map(|i| w[i] - eta * g[i]).collect()
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(1024);
        let mut inputs = vec![
            (array![1.0, 2.0], array![4.0, -6.0], 0.3),
            (array![2.5], array![-1.5], 0.1),
            (array![-0.5], array![3.0], 0.4),
            (array![1.5, -2.5, 4.0], array![0.0, 0.0, 0.0], 0.3),
            (array![1.0, 3.0, -2.0, 4.0], array![0.0, 2.5, -0.4, 0.0], 0.7),
            (array![0.0, 0.0, 0.0], array![1.5, -3.0, 0.6], 0.9),
            (array![0.0, 2.0], array![0.75, 5.0], 0.8),
            (array![3.0, 1.5, -2.0], array![2.0, -0.5, 3.5], 2.5),
            (array![4.0, -7.0], array![0.5, 0.25], 1e-4),
            (array![5.0, 3.0], array![400.0, -3000.0], 0.6),
            (array![0.0, 0.0], array![2e-7, -3e-9], 3.0),
            (array![1e-8, -2e-8], array![3e-9, 5e-9], 0.6),
            (array![1e5, -3e5], array![2e5, 4e5], 1.25),
        ];
        inputs.extend([1, 2, 3, 5, 12].map(|k| {
            let eta = 0.1 + random.number().abs();
            (3.0 * random.vector(k), 3.0 * random.vector(k), eta)
        }));
        inputs
    },
    call: |step, (w, gradient, eta)| step(w, gradient, *eta).into(),
    properties: &[
        ("a slope is 0", |(_, g, _)| g.iter().any(|&g| g == 0.0)),
        ("a slope is negative", |(_, g, _)| g.iter().any(|&g| g < 0.0)),
        ("a slope is positive", |(_, g, _)| g.iter().any(|&g| g > 0.0)),
        ("a slope is beyond 1", |(_, g, _)| g.iter().any(|g| g.abs() > 1.0)),
        ("a slope is small and not 0", |(_, g, _)| g.iter().any(|&g| g != 0.0 && g.abs() < 1e-5)),
        ("a weight is 0", |(w, ..)| w.iter().any(|&w| w == 0.0)),
        ("a weight is negative", |(w, ..)| w.iter().any(|&w| w < 0.0)),
        ("a weight is negative after the step", |(w, g, eta)| each(w, g, |w, g| w - eta * g).iter().any(|&w| w < 0.0)),
        ("η is above 1", |(.., eta)| *eta > 1.0),
        ("there is more than one weight", |(w, ..)| w.len() > 1),
        ("there are more than two weights", |(w, ..)| w.len() > 2),
        ("the numbers are large", |(w, g, _)| w.iter().chain(g).any(|v| v.abs() > 100.0)),
    ],
};

fn each(w: &Array1<f64>, gradient: &Array1<f64>, after: impl Fn(f64, f64) -> f64) -> Array1<f64> {
    w.iter().zip(gradient).map(|(&w, &g)| after(w, g)).collect()
}

/// The step of some weights only.
fn some(w: &Array1<f64>, gradient: &Array1<f64>, eta: f64, moves: impl Fn(usize) -> bool) -> Array1<f64> {
    (0..w.len()).map(|i| if moves(i) { w[i] - eta * gradient[i] } else { w[i] }).collect()
}

fn sign(v: f64) -> f64 {
    if v == 0.0 { 0.0 } else { v.signum() }
}
