//! # Task 3: the chain rule on one neuron
//!
//! Write `neuron_gradient(w, x, y)` in `src/neuron.rs`. Weights make a pre-activation, the pre-activation makes a
//! prediction, the prediction makes an error. Each step has a derivative that you know; the slope of the whole is their
//! product. A deep network is the same, with more steps.

use ch06::neuron_gradient;
use checks::{Random, Task, given};
use ndarray::{Array1, array};

const TASK: Task = Task { title: "The chain rule", functions: &["neuron_gradient"], section: "The chain rule" };

fn sigmoid(a: f64) -> f64 {
    1.0 / (1.0 + (-a).exp())
}

fn error(w: &Array1<f64>, x: &Array1<f64>, y: f64) -> f64 {
    (sigmoid(w.iter().zip(x).map(|(w, x)| w * x).sum()) - y).powi(2)
}

const NOT_ACTIVATED: &str = "the sigmoid is missing: the prediction is ŷ = σ(a), not the pre-activation a = wᵀx itself";

/// a = −ln 4, so ŷ = 1/5 and ŷ(1 − ŷ) = 4/25. With y = 1 the first factor is 2 · (−4/5), and the product −32/125 · x.
#[test]
fn a_neuron_by_hand() {
    TASK.grade(2, || {
        let (w, x, y) = (array![2.0 - 4.0_f64.ln(), -1.0], array![1.0, 2.0], 1.0);
        let a = -4.0_f64.ln();
        let (s, again) = (sigmoid(a), sigmoid(sigmoid(a)));
        given("w", &w)
            .and("x", &x)
            .and("y", &y)
            .got(neuron_gradient(&w, &x, y))
            .mistake(
                2.0 * (s - y) * again * (1.0 - again) * &x,
                "σ' is taken at the activation ŷ: it belongs at the pre-activation a, where it is ŷ(1 − ŷ)",
            )
            .mistake(
                2.0 * (s - y) * a * (1.0 - a) * &x,
                "this uses a(1 − a): the derivative of the sigmoid at a is σ(a)(1 − σ(a)), which is ŷ(1 − ŷ)",
            )
            .mistake(2.0 * (a - y) * a * (1.0 - a) * &x, NOT_ACTIVATED)
            .mistake(
                2.0 * (s - y) * s * s * &x,
                "this uses ŷ²: the derivative of the sigmoid is ŷ(1 − ŷ), with 1 − ŷ as the other factor",
            )
            .mistake(
                s * (1.0 - s) * &x,
                "the upstream gradient is forgotten: multiply by 2(ŷ − y), the slope that comes back from the error",
            )
            .mistake(2.0 * (s - y) * &x, "the derivative of the activation is forgotten: multiply by ŷ(1 − ŷ), too")
            .mistake(
                array![1.0, 1.0] * (2.0 * (s - y) * s * (1.0 - s)),
                "this is ∂E/∂a, the same for each weight: multiply by x, the derivative of a = wᵀx",
            )
            .mistake(
                2.0 * (s - y) * s * (1.0 - s) * &w,
                "multiplied by w: the derivative of wᵀx with respect to w is x",
            )
            .mistake(
                (s - y) * &x,
                "this is the gradient of the cross-entropy: with the squared error the factors 2 and ŷ(1 − ŷ) stay",
            )
            .mistake(2.0 * (a - y) * &x, "the neuron is not activated: this is the gradient of a linear model")
            .mistake(
                (2.0 * s - y) * s * (1.0 - s) * &x,
                "only ŷ is doubled: the difference needs parentheses, `2.0 * (y_hat - y)`",
            )
            .expect(array![-0.256, -0.512]);
    });
}

#[test]
fn every_slope_agrees_with_the_measured_one() {
    TASK.grade(2, || {
        for seed in 0..5 {
            let mut random = Random::seeded(630 + seed);
            let (w, x, y) = (random.vector(4), random.vector(4), f64::from(seed % 2 == 0));
            given("w", &w)
                .and("x", &x)
                .and("y", &y)
                .got(neuron_gradient(&w, &x, y))
                .expect_gradient_of(|w| error(w, &x, y), &w);
        }
    });
}

/// At a = 30 the sigmoid is flat: the neuron is as wrong as can be, and its slope is almost 0 all the same. ŷ(1 − ŷ) is
/// e⁻³⁰ there, up to one part in 10¹³.
#[test]
fn a_saturated_neuron_hardly_learns() {
    TASK.grade(1, || {
        let (w, x) = (array![-30.0], array![1.0]);
        given("w", &w)
            .and("x", &x)
            .and("y", &1.0)
            .got(neuron_gradient(&w, &x, 1.0))
            .within(0.0, 1e-9)
            .mistake(array![-2.0 * 31.0 * -30.0 * 31.0], NOT_ACTIVATED)
            .expect(array![-2.0 * (-30.0_f64).exp()]);
    });
}

/// An input of 0 has no part in the prediction, so its weight has no part in the error.
#[test]
fn an_input_of_zero_has_no_slope() {
    TASK.grade(1, || {
        let (w, x) = (array![0.0, 5.0, 0.0], array![4.0, 0.0, -8.0]);
        given("w", &w)
            .and("x", &x)
            .and("y", &1.0)
            .got(neuron_gradient(&w, &x, 1.0))
            .mistake(array![0.0, 0.0, 0.0], NOT_ACTIVATED)
            .mistake(-1.0 * &x, "the derivative of the activation is forgotten: multiply by ŷ(1 − ŷ), too")
            .expect(array![-1.0, 0.0, 2.0]);
    });
}
