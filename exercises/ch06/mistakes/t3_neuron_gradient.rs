//! Spoilers: wrong ways to write `neuron_gradient`, and the inputs that tell them apart. The tests use them to name a
//! mistake.

use crate::naive::sigmoid;
use checks::{Diagnosis, Random};
use ndarray::{Array1, array};

pub type NeuronGradient = fn(&Array1<f64>, &Array1<f64>, f64) -> Array1<f64>;
type Inputs = (Array1<f64>, Array1<f64>, f64);

pub static NEURON_GRADIENT: Diagnosis<NeuronGradient, NeuronGradient, Inputs> = Diagnosis {
    function: "neuron_gradient",
    slot: |f| f,
    right,
    mistakes: &[
        ("the factor 2 is lost: dE/dŷ = 2(ŷ − y)", |w, x, y| scaled(w, x, |_, s| (s - y) * s * (1.0 - s))),
        ("a factor 2 too much: dE/dŷ = 2(ŷ − y) brings one", |w, x, y| {
            scaled(w, x, |_, s| 4.0 * (s - y) * s * (1.0 - s))
        }),
        ("the sign is the other way round: dE/dŷ = 2(ŷ − y), predicted minus observed", |w, x, y| {
            scaled(w, x, |_, s| -2.0 * (s - y) * s * (1.0 - s))
        }),
        ("factor and sign: dE/dŷ = 2(ŷ − y), not y − ŷ", |w, x, y| scaled(w, x, |_, s| (y - s) * s * (1.0 - s))),
        (
            "σ' is taken at the activation ŷ: it belongs at the pre-activation a, where it is ŷ(1 − ŷ)",
            |w, x, y| scaled(w, x, |_, s| 2.0 * (s - y) * sigmoid(s) * (1.0 - sigmoid(s))),
        ),
        (
            "this uses a(1 − a): the derivative of the sigmoid at a is σ(a)(1 − σ(a)), which is ŷ(1 − ŷ)",
            |w, x, y| scaled(w, x, |a, s| 2.0 * (s - y) * a * (1.0 - a)),
        ),
        ("the sigmoid is missing: the prediction is ŷ = σ(a), not the pre-activation a = wᵀx itself", |w, x, y| {
            scaled(w, x, |a, _| 2.0 * (a - y) * a * (1.0 - a))
        }),
        (
            "the difference uses the pre-activation: the error is about ŷ = σ(a), so dE/dŷ = 2(ŷ − y)",
            |w, x, y| scaled(w, x, |a, s| 2.0 * (a - y) * s * (1.0 - s)),
        ),
        (
            "this uses ŷ²: the derivative of the sigmoid is ŷ(1 − ŷ), with 1 − ŷ as the other factor",
            |w, x, y| scaled(w, x, |_, s| 2.0 * (s - y) * s * s),
        ),
        ("only ŷ of ŷ(1 − ŷ) is there: multiply by 1 − ŷ, too", |w, x, y| {
            scaled(w, x, |_, s| 2.0 * (s - y) * s)
        }),
        ("only 1 − ŷ of ŷ(1 − ŷ) is there: multiply by ŷ, too", |w, x, y| {
            scaled(w, x, |_, s| 2.0 * (s - y) * (1.0 - s))
        }),
        ("this uses (1 − ŷ)²: the derivative of the sigmoid is ŷ(1 − ŷ)", |w, x, y| {
            scaled(w, x, |_, s| 2.0 * (s - y) * (1.0 - s).powi(2))
        }),
        ("this uses 1 − ŷ², the derivative of tanh: that of the sigmoid is ŷ(1 − ŷ)", |w, x, y| {
            scaled(w, x, |_, s| 2.0 * (s - y) * (1.0 - s * s))
        }),
        ("this uses ŷ(1 + ŷ): the derivative of the sigmoid is ŷ(1 − ŷ)", |w, x, y| {
            scaled(w, x, |_, s| 2.0 * (s - y) * s * (1.0 + s))
        }),
        ("the derivative of the sigmoid is multiplied in twice: once is enough", |w, x, y| {
            scaled(w, x, |_, s| 2.0 * (s - y) * (s * (1.0 - s)).powi(2))
        }),
        ("multiplied by the sigmoid of ŷ: the derivative of the activation is ŷ(1 − ŷ)", |w, x, y| {
            scaled(w, x, |_, s| 2.0 * (s - y) * sigmoid(s))
        }),
        ("divided by ŷ(1 − ŷ), where it should be multiplied", |w, x, y| {
            scaled(w, x, |_, s| 2.0 * (s - y) / (s * (1.0 - s)))
        }),
        (
            "the upstream gradient is forgotten: multiply by 2(ŷ − y), the slope that comes back from the error",
            |w, x, _| scaled(w, x, |_, s| s * (1.0 - s)),
        ),
        ("the difference ŷ − y is forgotten: dE/dŷ is 2(ŷ − y)", |w, x, _| {
            scaled(w, x, |_, s| 2.0 * s * (1.0 - s))
        }),
        ("the derivative of the activation is forgotten: multiply by ŷ(1 − ŷ), too", |w, x, y| {
            scaled(w, x, |_, s| 2.0 * (s - y))
        }),
        (
            "this is the gradient of the cross-entropy: with the squared error the factors 2 and ŷ(1 − ŷ) stay",
            |w, x, y| scaled(w, x, |_, s| s - y),
        ),
        ("the neuron is not activated: this is the gradient of a linear model", |w, x, y| {
            scaled(w, x, |a, _| 2.0 * (a - y))
        }),
        ("the neuron is not activated: this is the gradient of a linear model", |w, x, y| scaled(w, x, |a, _| a - y)),
        ("only ŷ is doubled: the difference needs brackets, `2.0 * (y_hat - y)`", |w, x, y| {
            scaled(w, x, |_, s| (2.0 * s - y) * s * (1.0 - s))
        }),
        ("brackets: `y_hat - y * …` multiplies first. Write `2.0 * (y_hat - y) * …`", |w, x, y| {
            scaled(w, x, |_, s| 2.0 * s - y * s * (1.0 - s))
        }),
        ("brackets: `… * 1.0 - y_hat` subtracts last. Write `* (1.0 - y_hat)`", |w, x, y| {
            scaled(w, x, |_, s| 2.0 * (s - y) * s * 1.0 - s)
        }),
        (
            "all slopes are 0: `y_hat * 1.0 - y_hat` needs brackets, `y_hat * (1.0 - y_hat)`. Or is nothing written into the array?",
            |w, x, _| Array1::zeros(w.len().min(x.len())),
        ),
        ("the sign is lost: where the prediction is too small, the slope goes against x", |w, x, y| {
            scaled(w, x, |_, s| 2.0 * (s - y).abs() * s * (1.0 - s))
        }),
        ("the error itself is multiplied in: its derivative is 2(ŷ − y), without a square", |w, x, y| {
            scaled(w, x, |_, s| (s - y).powi(2) * s * (1.0 - s))
        }),
        ("the error itself is multiplied in: its derivative is 2(ŷ − y), without a square", |w, x, y| {
            scaled(w, x, |_, s| 2.0 * (s - y).powi(2) * s * (1.0 - s))
        }),
        (
            "the prediction is rounded to 0 or 1 first: the difference is that of the probability, ŷ − y",
            |w, x, y| scaled(w, x, |_, s| 2.0 * (s.round() - y) * s * (1.0 - s)),
        ),
        (
            "a prediction on the right side of ½ has no slope here: every prediction has one, however good",
            |w, x, y| scaled(w, x, |_, s| if s.round() == y { 0.0 } else { chain(s, y) }),
        ),
        ("the activation is tanh: this neuron has the sigmoid", |w, x, y| {
            scaled(w, x, |a, _| 2.0 * (a.tanh() - y) * (1.0 - a.tanh().powi(2)))
        }),
        ("the activation is tanh: this neuron has the sigmoid", |w, x, y| {
            scaled(w, x, |a, _| 2.0 * (a.tanh() - y) * a.tanh() * (1.0 - a.tanh()))
        }),
        ("the sign in the exponent is missing: σ(a) = 1 / (1 + e⁻ᵃ)", |w, x, y| {
            scaled(w, x, |a, s| 2.0 * (sigmoid(-a) - y) * s * (1.0 - s))
        }),
        (
            "e^a / (1 + e^a) is ∞/∞ = NaN for large a: use `crate::given::sigmoid`, or 1 / (1 + e⁻ᵃ)",
            |w, x, y| scaled(w, x, |a, _| chain(a.exp() / (1.0 + a.exp()), y)),
        ),
        (PRE_ACTIVATION, |w, x, y| scaled(w, x, |a, _| chain(sigmoid(a.clamp(-5.0, 5.0)), y))),
        (PRE_ACTIVATION, |w, x, y| scaled(w, x, |a, _| chain(sigmoid(a.clamp(-6.0, 6.0)), y))),
        (PRE_ACTIVATION, |w, x, y| scaled(w, x, |a, _| chain(sigmoid(a.clamp(-8.0, 8.0)), y))),
        (PRE_ACTIVATION, |w, x, y| scaled(w, x, |a, _| chain(sigmoid(a.clamp(-10.0, 10.0)), y))),
        (PRE_ACTIVATION, |w, x, y| scaled(w, x, |a, _| chain(sigmoid(a.clamp(-15.0, 15.0)), y))),
        (PRE_ACTIVATION, |w, x, y| scaled(w, x, |a, _| chain(sigmoid(a.clamp(-20.0, 20.0)), y))),
        (PRE_ACTIVATION, |w, x, y| scaled(w, x, |a, _| chain(sigmoid(a.clamp(-25.0, 25.0)), y))),
        (PRE_ACTIVATION, |w, x, y| scaled(w, x, |a, _| chain(sigmoid(a.clamp(-30.0, 30.0)), y))),
        (PRE_ACTIVATION, |w, x, y| scaled(w, x, |a, _| chain(sigmoid(a.clamp(-35.0, 35.0)), y))),
        (PRE_ACTIVATION, |w, x, y| scaled(w, x, |a, _| chain(sigmoid(a.clamp(-36.0, 36.0)), y))),
        (PRE_ACTIVATION, |w, x, y| scaled(w, x, |a, _| chain(sigmoid(a.clamp(-40.0, 40.0)), y))),
        (PRE_ACTIVATION, |w, x, y| scaled(w, x, |a, _| chain(sigmoid(a.clamp(-50.0, 50.0)), y))),
        (PRE_ACTIVATION, |w, x, y| scaled(w, x, |a, _| chain(sigmoid(a.clamp(-100.0, 100.0)), y))),
        (SATURATED_NEURON, |w, x, y| scaled(w, x, |a, s| if a.abs() > 5.0 { 0.0 } else { chain(s, y) })),
        (SATURATED_NEURON, |w, x, y| scaled(w, x, |a, s| if a.abs() > 6.0 { 0.0 } else { chain(s, y) })),
        (SATURATED_NEURON, |w, x, y| scaled(w, x, |a, s| if a.abs() > 10.0 { 0.0 } else { chain(s, y) })),
        (SATURATED_NEURON, |w, x, y| scaled(w, x, |a, s| if a.abs() > 15.0 { 0.0 } else { chain(s, y) })),
        (SATURATED_NEURON, |w, x, y| scaled(w, x, |a, s| if a.abs() > 20.0 { 0.0 } else { chain(s, y) })),
        (SATURATED_NEURON, |w, x, y| scaled(w, x, |a, s| if a.abs() > 30.0 { 0.0 } else { chain(s, y) })),
        (SATURATED_NEURON, |w, x, y| scaled(w, x, |a, s| if a.abs() > 36.0 { 0.0 } else { chain(s, y) })),
        (SATURATED_NEURON, |w, x, y| scaled(w, x, |a, s| if a.abs() > 50.0 { 0.0 } else { chain(s, y) })),
        (SATURATED_NEURON, |w, x, y| scaled(w, x, |_, s| if s < 1e-3 { 0.0 } else { chain(s, y) })),
        (SATURATED_NEURON, |w, x, y| scaled(w, x, |_, s| if s < 1e-4 { 0.0 } else { chain(s, y) })),
        (SATURATED_NEURON, |w, x, y| scaled(w, x, |_, s| if s < 1e-6 { 0.0 } else { chain(s, y) })),
        (SATURATED_NEURON, |w, x, y| scaled(w, x, |_, s| if s < 1e-9 { 0.0 } else { chain(s, y) })),
        (SATURATED_NEURON, |w, x, y| scaled(w, x, |_, s| if s < 1e-12 { 0.0 } else { chain(s, y) })),
        (SATURATED_NEURON, |w, x, y| scaled(w, x, |_, s| if s < 1e-15 { 0.0 } else { chain(s, y) })),
        (PREDICTION_CLAMPED, |w, x, y| scaled(w, x, |_, s| chain(s.clamp(1e-3, 1.0 - 1e-3), y))),
        (PREDICTION_CLAMPED, |w, x, y| scaled(w, x, |_, s| chain(s.clamp(1e-6, 1.0 - 1e-6), y))),
        (PREDICTION_CLAMPED, |w, x, y| scaled(w, x, |_, s| chain(s.clamp(1e-7, 1.0 - 1e-7), y))),
        (PREDICTION_CLAMPED, |w, x, y| scaled(w, x, |_, s| chain(s.clamp(1e-8, 1.0 - 1e-8), y))),
        (PREDICTION_CLAMPED, |w, x, y| scaled(w, x, |_, s| chain(s.clamp(1e-9, 1.0 - 1e-9), y))),
        (PREDICTION_CLAMPED, |w, x, y| scaled(w, x, |_, s| chain(s.clamp(1e-10, 1.0 - 1e-10), y))),
        (PREDICTION_CLAMPED, |w, x, y| scaled(w, x, |_, s| chain(s.clamp(1e-12, 1.0 - 1e-12), y))),
        (PREDICTION_CLAMPED, |w, x, y| scaled(w, x, |_, s| chain(s.clamp(1e-15, 1.0 - 1e-15), y))),
        (PREDICTION_CLAMPED, |w, x, y| scaled(w, x, |_, s| chain(s.clamp(1e-16, 1.0 - 1e-16), y))),
        ("the two derivatives are added: the chain rule multiplies them, dE/dŷ · dŷ/da", |w, x, y| {
            scaled(w, x, |_, s| 2.0 * (s - y) + s * (1.0 - s))
        }),
        ("averaged over the features: the slopes are not divided by k", |w, x, y| {
            scaled(w, x, |_, s| 2.0 * (s - y) * s * (1.0 - s) / w.len() as f64)
        }),
        ("this is ∂E/∂a, the same for each weight: multiply by x, the derivative of a = wᵀx", |w, x, y| {
            right(w, x, y).iter().zip(x).map(|_| factor(w, x, y)).collect()
        }),
        ("multiplied by w: the derivative of wᵀx with respect to w is x", |w, x, y| factor(w, x, y) * w),
        ("multiplied by a, the whole weighted sum: each weight has its own factor, xᵢ", |w, x, y| {
            Array1::from_elem(w.len(), factor(w, x, y) * dot(w, x))
        }),
        ("multiplied by wᵢ · xᵢ: the derivative of wᵢxᵢ with respect to wᵢ is xᵢ alone", |w, x, y| {
            factor(w, x, y) * w * x
        }),
        ("x is multiplied in twice: the derivative of wᵀx is x", |w, x, y| factor(w, x, y) * x * x),
        ("multiplied by the sum of all features: the slope of wᵢ has the factor xᵢ", |w, x, y| {
            Array1::from_elem(w.len(), factor(w, x, y) * x.sum())
        }),
        ("multiplied by |xᵢ|: the sign of the feature counts", |w, x, y| factor(w, x, y) * x.mapv(f64::abs)),
        ("w[0] has its slope without x[0], as if x[0] were 1: every weight has its feature as a factor", |w, x, y| {
            let mut g = right(w, x, y);
            if let Some(first) = g.first_mut() {
                *first = factor(w, x, y);
            }
            g
        }),
        ("w[0] is added as it is, as if x[0] were 1: a = wᵀx multiplies every weight by its feature", |w, x, y| {
            let a = dot(w, x) - w[0] * x[0] + w[0];
            slope(a, y) * x
        }),
        ("the first slope stays 0: indices start at 0", |w, x, y| masked(&right(w, x, y), |i, _| i > 0)),
        ("the last slope stays 0: `0..k` runs up to k − 1, which is the last index", |w, x, y| {
            masked(&right(w, x, y), |i, k| i + 1 < k)
        }),
        ("only the first slope is there: does a `return` inside the loop end it?", |w, x, y| {
            masked(&right(w, x, y), |i, _| i == 0)
        }),
        ("only the last slope is there: is the array made anew in the loop?", |w, x, y| {
            masked(&right(w, x, y), |i, k| i + 1 == k)
        }),
        ("the weighted sum leaves out the first feature: indices start at 0", |w, x, y| {
            slope(dot(w, x) - w[0] * x[0], y) * x
        }),
        (
            "the weighted sum leaves out the last feature: `0..k` runs up to k − 1, which is the last index",
            |w, x, y| slope(dot(w, x) - last(w, x), y) * x,
        ),
        ("only the last product is in the weighted sum: `+=` adds to it, `=` overwrites it", |w, x, y| {
            slope(last(w, x), y) * x
        }),
        ("only the first product is in the weighted sum: does a `return` or `break` end the loop?", |w, x, y| {
            slope(w[0] * x[0], y) * x
        }),
        ("the weighted sum is divided by k: a = wᵀx is no mean", |w, x, y| slope(dot(w, x) / w.len() as f64, y) * x),
        ("the weights are not used: a is the sum of wᵢxᵢ, not of xᵢ", |_, x, y| slope(x.sum(), y) * x),
        ("weights and features are added: a is the sum of wᵢ · xᵢ", |w, x, y| slope(w.sum() + x.sum(), y) * x),
        ("this is the weight after a step, w − ∂E/∂w: return the gradient alone", |w, x, y| w - right(w, x, y)),
        ("this is the weight after a step, w − ∂E/∂w: return the gradient alone", |w, x, y| w + right(w, x, y)),
        ("the slopes are added up one after the other: set each of them anew", |w, x, y| {
            right(w, x, y)
                .iter()
                .scan(0.0, |sum, g| {
                    *sum += g;
                    Some(*sum)
                })
                .collect()
        }),
        ("the loop ends at a feature that is 0: its slope is 0, and the next ones still count", |w, x, y| {
            let mut on = true;
            right(w, x, y)
                .iter()
                .map(|g| {
                    on &= *g != 0.0;
                    if on { *g } else { 0.0 }
                })
                .collect()
        }),
        ("the slopes are in reverse order: slope i belongs to w[i]", |w, x, y| {
            right(w, x, y).iter().rev().copied().collect()
        }),
        ("the gradient is scaled to length 1: return it as it is", |w, x, y| {
            let g = right(w, x, y);
            let length = g.dot(&g).sqrt();
            g / length
        }),
        ("the features are divided by their sum: multiply by x as it is", |w, x, y| factor(w, x, y) * x / x.sum()),
        ("σ' is taken of each wᵢxᵢ: it belongs at the whole pre-activation a = wᵀx", |w, x, y| {
            let s = sigmoid(dot(w, x));
            w.iter()
                .zip(x)
                .map(|(w, x)| {
                    let v = sigmoid(w * x);
                    2.0 * (s - y) * v * (1.0 - v) * x
                })
                .collect()
        }),
        ("a 1 is added to the pre-activation: the bias, if there is one, is among the weights", |w, x, y| {
            slope(dot(w, x) + 1.0, y) * x
        }),
        ("this uses the derivative of tanh: that of the sigmoid is ŷ(1 − ŷ)", |w, x, y| {
            scaled(w, x, |a, s| 2.0 * (s - y) * (1.0 - a.tanh().powi(2)))
        }),
        ("this uses the derivative of ReLU: that of the sigmoid is ŷ(1 − ŷ)", |w, x, y| {
            scaled(w, x, |a, s| 2.0 * (s - y) * f64::from(a > 0.0))
        }),
        ("this uses 1/4, the slope of the sigmoid at 0: at a it is ŷ(1 − ŷ)", |w, x, y| {
            scaled(w, x, |_, s| 2.0 * (s - y) * 0.25)
        }),
        ("the features are divided by their sum: multiply by x as it is", |w, x, y| factor(w, x, y) * x / x.sum()),
        ("σ' is taken of each wᵢxᵢ: it belongs at the whole pre-activation a = wᵀx", |w, x, y| {
            let s = sigmoid(dot(w, x));
            w.iter()
                .zip(x)
                .map(|(w, x)| {
                    let v = sigmoid(w * x);
                    2.0 * (s - y) * v * (1.0 - v) * x
                })
                .collect()
        }),
        ("a 1 is added to the pre-activation: the bias, if there is one, is among the weights", |w, x, y| {
            slope(dot(w, x) + 1.0, y) * x
        }),
        ("this uses the derivative of tanh: that of the sigmoid is ŷ(1 − ŷ)", |w, x, y| {
            scaled(w, x, |a, s| 2.0 * (s - y) * (1.0 - a.tanh().powi(2)))
        }),
        ("this uses the derivative of ReLU: that of the sigmoid is ŷ(1 − ŷ)", |w, x, y| {
            scaled(w, x, |a, s| 2.0 * (s - y) * f64::from(a > 0.0))
        }),
        ("this uses 1/4, the slope of the sigmoid at 0: at a it is ŷ(1 − ŷ)", |w, x, y| {
            scaled(w, x, |_, s| 2.0 * (s - y) * 0.25)
        }),
        ("different lengths are cut to the shorter one: keep the `assert_eq!` of the stub", |w, x, y| {
            slope(w.iter().zip(x).map(|(w, x)| w * x).sum(), y) * x
        }),
        ("a length of 1 is stretched to the other length: keep the `assert_eq!` of the stub", |w, x, y| {
            slope((w * x).sum(), y) * x
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(1063);
        let mut inputs = vec![
            (array![2.0 - 4.0_f64.ln(), -1.0], array![1.0, 2.0], 1.0),
            (array![0.7], array![-1.5], 0.0),
            (array![0.5, -1.0, 2.0], array![1.5, 0.0, -2.0], 1.0),
            (array![0.0, 3.0, 1.0, 0.5], array![0.0, 1.5, -2.0, 1.0], 0.0),
            (array![-4.0, 0.5], array![2.0, 1.0], 1.0),
            (array![9.0, 2.0], array![1.0, -0.5], 0.0),
            (array![-6.0, 0.5], array![2.0, -3.0], 1.0),
            (array![-8.0, 1.0], array![3.0, 2.0], 1.0),
            (array![-20.0, 1.0], array![1.5, 4.0], 1.0),
            (array![-40.0, 10.0], array![20.0, 1.0], 1.0),
            (array![40.0, 10.0], array![20.0, 1.0], 0.0),
            (array![-1.0, -3.0], array![5.0, 9.0], 1.0),
            (array![-34.0], array![1.0], 1.0),
            (array![-39.0, 1.0], array![1.0, 0.5], 1.0),
            (array![-45.0, 1.0], array![1.0, 0.5], 1.0),
            (array![-75.0, 1.0], array![1.0, 0.5], 1.0),
            (array![-200.0, 1.0], array![1.0, 0.5], 1.0),
            (array![1.0, 0.5, 2.0], array![0.3, 1.0], 1.0),
            (array![1.0, 0.5], array![0.3, 1.0, 2.0], 1.0),
            (array![1.2], array![0.3, 1.0], 1.0),
            (array![1.2, 0.4], array![0.3], 1.0),
        ];
        for (k, y) in [(2, 0.0), (3, 1.0), (3, 0.0), (5, 1.0), (8, 0.0)] {
            inputs.push((2.0 * random.vector(k), 2.0 * random.vector(k), y));
        }
        inputs
    },
    call: |gradient, (w, x, y)| gradient(w, x, *y).into(),
    properties: &[
        ("w and x differ in length", |(w, x, _)| w.len() != x.len()),
        ("y is 0", |(_, _, y)| *y == 0.0),
        ("y is 1", |(_, _, y)| *y == 1.0),
        ("a feature is 0", |(_, x, _)| x.iter().any(|&x| x == 0.0)),
        ("a feature is negative", |(_, x, _)| x.iter().any(|&x| x < 0.0)),
        ("the pre-activation is negative", |(w, x, _)| pre_activation(w, x) < 0.0),
        ("the pre-activation is beyond −5 or 5", |(w, x, _)| pre_activation(w, x).abs() > 5.0),
        ("the pre-activation is beyond −10 or 10", |(w, x, _)| pre_activation(w, x).abs() > 10.0),
        ("the pre-activation is below −20", |(w, x, _)| pre_activation(w, x) < -20.0),
        ("the pre-activation is below −30", |(w, x, _)| pre_activation(w, x) < -30.0),
        ("the pre-activation is below −40", |(w, x, _)| pre_activation(w, x) < -40.0),
        ("there is more than one feature", |(w, _, _)| w.len() > 1),
        ("there are more than two features", |(w, _, _)| w.len() > 2),
    ],
};

const PRE_ACTIVATION: &str =
    "the pre-activation is cut off: a saturated neuron has a tiny slope, and it keeps its digits";
const SATURATED_NEURON: &str = "a saturated neuron has no slope at all here: it is tiny, and not 0";
const PREDICTION_CLAMPED: &str =
    "the prediction is clamped: a saturated neuron has a tiny slope, and it keeps its digits";

fn right(w: &Array1<f64>, x: &Array1<f64>, y: f64) -> Array1<f64> {
    factor(w, x, y) * x
}

/// ∂E/∂a.
fn factor(w: &Array1<f64>, x: &Array1<f64>, y: f64) -> f64 {
    slope(dot(w, x), y)
}

/// ∂E/∂a at this pre-activation.
fn slope(a: f64, y: f64) -> f64 {
    chain(sigmoid(a), y)
}

/// ∂E/∂a at this prediction.
fn chain(y_hat: f64, y: f64) -> f64 {
    2.0 * (y_hat - y) * y_hat * (1.0 - y_hat)
}

/// Each feature times what the pre-activation and its sigmoid give.
fn scaled(w: &Array1<f64>, x: &Array1<f64>, factor: impl Fn(f64, f64) -> f64) -> Array1<f64> {
    let a = dot(w, x);
    factor(a, sigmoid(a)) * x
}

fn dot(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    assert_eq!(w.len(), x.len());
    pre_activation(w, x)
}

fn pre_activation(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    w.iter().zip(x).map(|(w, x)| w * x).sum()
}

fn last(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    assert_eq!(w.len(), x.len());
    w[w.len() - 1] * x[x.len() - 1]
}

/// Zeros but for the entries that are kept, by their index and the number of entries.
fn masked(gradient: &Array1<f64>, keeps: impl Fn(usize, usize) -> bool) -> Array1<f64> {
    let k = gradient.len();
    Array1::from_shape_fn(k, |i| if keeps(i, k) { gradient[i] } else { 0.0 })
}
