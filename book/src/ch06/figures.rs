//! Chapter 6: the weights of a network and whose fault an error is, the way forward and the way back, XOR learned, a
//! curve fitted, loss curves.

mod diagrams;
mod learned;
mod paths;

use super::examples::{FIT_EPOCHS, XOR_EPOCHS, untrained};
use super::values::values;
use crate::figures::Figure;
use crate::figures::drawing::{Canvas, INK, INK_DASHED, Y_HAT, axes, label, polyline, stroke};
use crate::values::fixed;
use anyhow::Result;
use ch06::given::sigmoid;
use ch06::{cross_entropy, squared_error, squared_error_derivative};
use ndarray::Array2;
use plotters::style::text_anchor::HPos;

use diagrams::{blame, both_ways, one_neuron, web};
use learned::{fitted, neurons_seen, step_sizes, surfaces, xor_loss};

/// The figures of this chapter.
pub fn figures() -> Vec<Figure> {
    vec![
        Figure {
            name: "thirteen-weights",
            title: "A network with thirteen random weights",
            describe: || {
                format!(
                    "Three inputs on the left, 1, x2 = 0 and x3 = 1; three hidden neurons and a constant 1 in the \
                     middle; one output on the right, which is {} and should be 1. A line for each of the 13 weights: \
                     thick where the weight is large, dashed where it is negative.",
                    values()["train.blame.yhat"]
                )
            },
            size: (480, 350),
            draw: |canvas| web(canvas, &untrained().w1, &untrained().w2, 0.6),
        },
        Figure {
            name: "thirteen-slopes",
            title: "The slope of the error for each of the thirteen weights",
            describe: || {
                let (w1, w2) = blame();
                let list = |a: &Array2<f64>| a.iter().map(|slope| fixed(*slope, 3)).collect::<Vec<_>>().join(", ");
                format!(
                    "The same network, but a line is thick where the slope of the error for its weight is large. The \
                     four lines to the output are the thickest, with slopes {}. The nine lines to the hidden neurons \
                     are thin, with slopes {}, row by row; the three that start at x2 = 0 have slope 0.",
                    list(&w2),
                    list(&w1)
                )
            },
            size: (480, 350),
            draw: |canvas| {
                let (w1, w2) = blame();
                web(canvas, &w1, &w2, 0.4)
            },
        },
        Figure {
            name: "cross-entropy",
            title: "Two errors for a probability",
            describe: || {
                "Two falling curves over the probability given to the class that was observed. Both are 0 at 1. The \
                 cross-entropy grows without bound towards probability 0; the squared error, dashed, ends at 1."
                    .into()
            },
            size: (480, 330),
            draw: two_errors,
        },
        Figure {
            name: "one-neuron",
            title: "Forward and back through one neuron",
            describe: || {
                let values = values();
                format!(
                    "Four boxes from left to right: weights and features, pre-activation {}, prediction {}, error {}. \
                     Below them arrows from right to left: the slope 1 at the error becomes {} at the prediction, {} \
                     at the pre-activation, {} and {} at the weights.",
                    values["train.neuron.a"],
                    values["train.neuron.yhat"],
                    values["train.neuron.e"],
                    values["train.neuron.de"],
                    values["train.neuron.da"],
                    values["train.neuron.g1"],
                    values["train.neuron.g2"]
                )
            },
            size: (480, 270),
            draw: one_neuron,
        },
        Figure {
            name: "forward-and-backward",
            title: "The way forward and the way back",
            describe: || {
                "Left, downwards: X, A1, H, A2, Y hat, E, each with its shape; between them times W1 transposed, tanh, \
                 times W2 transposed, f_o, the error. Right, upwards: the slopes at A2, at H, at A1; between them times \
                 W2, and times 1 minus h squared. In the middle the slopes for the weights: for W2, H from the left \
                 meets the slope at A2 from the right; for W1, X meets the slope at A1. Dashed arrows show what is \
                 taken from the cache."
                    .into()
            },
            size: (480, 590),
            draw: both_ways,
        },
        paths::figure(),
        paths::shapes(),
        Figure {
            name: "slope-at-the-output",
            title: "The slope at the output of a sigmoid, for the answer 1",
            describe: || {
                "Two curves over the pre-activation from −8 to 8. With the cross-entropy the slope is near −1 on the \
                 left and rises to 0 on the right. With the squared error, dashed, it is near 0 at both ends and dips \
                 to about −0.3 in the middle."
                    .into()
            },
            size: (480, 330),
            draw: slope_at_the_output,
        },
        Figure {
            name: "xor-surfaces",
            title: "What a network answers while it learns XOR",
            describe: || {
                format!(
                    "Four maps of the plane of the two inputs, after {} epochs; the stronger the colour, the \
                     larger the answer. At first one shade everywhere. At the end an empty band runs from 0 0 to 1 1, \
                     between two coloured corners: the samples 0 1 and 1 0 lie in the corners.",
                    XOR_EPOCHS.map(|epoch| epoch.to_string()).join(", ")
                )
            },
            size: (480, 560),
            draw: surfaces,
        },
        Figure {
            name: "xor-loss",
            title: "The loss curve of XOR",
            describe: || {
                let values = values();
                format!(
                    "The mean error over 500 epochs. It starts at {}, stays near ln 2 = {} for about 80 epochs, falls \
                     steeply until about epoch 250, and then ever more slowly, to {}.",
                    values["train.xor.e1"], values["train.ln2"], values["train.xor.e4"]
                )
            },
            size: (480, 330),
            draw: xor_loss,
        },
        Figure {
            name: "curve-fitted",
            title: "A network learns a bent line",
            describe: || {
                format!(
                    "Four charts of the same 21 samples, which form a V, and of the network's curve after {} epochs: a \
                     slanted line, a nearly level line, a shallow bowl, and at last a V whose tip is rounded.",
                    FIT_EPOCHS.map(|epoch| epoch.to_string()).join(", ")
                )
            },
            size: (480, 440),
            draw: fitted,
        },
        Figure {
            name: "neurons-seen",
            title: "What each hidden neuron of a network that has learned XOR sees",
            describe: || {
                "Above, a map of what the network answers, with 32 samples in four groups: a band of no colour runs from \
                 0 0 to 1 1, between two coloured corners. Beside it the loss curve, which falls from 0.7 to almost 0 \
                 within 400 epochs. Below, a map for each of the three hidden neurons: each has a single straight edge, \
                 with colour on one side of it and none on the other."
                    .into()
            },
            size: (480, 442),
            draw: neurons_seen,
        },
        Figure {
            name: "step-sizes",
            title: "Three step sizes, three loss curves",
            describe: || {
                let values = values();
                format!(
                    "Above: with η = 0.5 the error falls to {} within 200 epochs; with η = 0.05, dashed, it is still at \
                     {}. Below: with η = 8 it leaps up and down between {} and {}.",
                    values["train.steps.good"],
                    values["train.steps.slow"],
                    values["train.steps.low"],
                    values["train.steps.high"]
                )
            },
            size: (480, 500),
            draw: step_sizes,
        },
    ]
}

fn two_errors(canvas: &Canvas) -> Result<()> {
    let mut chart = axes(canvas, ("probability given to the truth", 0.0..1.0, 5), ("error E", 0.0..5.0, 5))?;
    let squares = (0..=100).map(|p| f64::from(p) / 100.0).map(|p| (p, squared_error(p, 1.0)));
    polyline(&mut chart, squares, stroke(&INK_DASHED, 2))?;
    let entropies = (0..=400).map(|t| (-5.0 + f64::from(t) / 80.0).exp()).map(|p| (p, cross_entropy(p, 1.0)));
    polyline(&mut chart, entropies, stroke(&Y_HAT, 3))?;
    label(&mut chart, (0.1, 2.6), (0, 0), "cross-entropy", (Y_HAT, HPos::Left))?;
    label(&mut chart, (0.02, 0.3), (0, 0), "squared error", (INK, HPos::Left))
}

fn slope_at_the_output(canvas: &Canvas) -> Result<()> {
    let mut chart = axes(canvas, ("pre-activation a", -8.0..8.0, 5), ("slope ∂E/∂a", -1.2..0.2, 6))?;
    let places = || (-80..=80).map(|a| f64::from(a) / 10.0);
    polyline(&mut chart, places().map(|a| (a, sigmoid(a) - 1.0)), stroke(&Y_HAT, 3))?;
    let squared = |a: f64| squared_error_derivative(sigmoid(a), 1.0) * sigmoid(a) * (1.0 - sigmoid(a));
    polyline(&mut chart, places().map(|a| (a, squared(a))), stroke(&INK_DASHED, 2))?;
    label(&mut chart, (1.0, -0.5), (0, 0), "cross-entropy", (Y_HAT, HPos::Left))?;
    label(&mut chart, (-7.8, -0.2), (0, 0), "squared error", (INK, HPos::Left))
}
