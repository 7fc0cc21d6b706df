//! The noisy sine: errors over the epochs, and the fitted curves.

use super::super::experiments::{SINE, SINE_EPOCHS, SINE_EVERY, SINE_SEED};
use super::super::widget::sine::{NETWORK, curve, training};
use super::{dots, values};
use crate::figures::Figure;
use crate::figures::drawing::{
    Canvas, H, INK, INK_DASHED, UNIT, W, W_DASHED, X, Y, Y_HAT, axes, label, polyline, stroke,
};
use anyhow::Result;
use ndarray::{Array1, Array2};
use plotters::style::text_anchor::HPos;

pub fn figures() -> Vec<Figure> {
    vec![
        Figure {
            name: "noisy-sine",
            title: "Training and validation errors on the noisy sine",
            describe: || {
                let values = values();
                format!(
                    "Two charts over {} epochs with a logarithmic axis for the error. Above, the training error falls to \
                     {}, and the validation error falls to {} at epoch {}, marked by a dot, and then rises to {}. Below, the \
                     validation error once more, and with weight decay and dropout, where it ends at {} and {}.",
                    values["sine.epochs"],
                    values["sine.train_end"],
                    values["sine.validation_best"],
                    values["sine.best"],
                    values["sine.validation_end"],
                    values["sine.decay_end"],
                    values["sine.dropout_end"]
                )
            },
            size: (480, 560),
            draw: errors,
        },
        Figure {
            name: "noisy-sine-fits",
            title: "Four fits of the noisy sine",
            describe: || {
                "Four charts of the same points, each with the curve that a network fits. At the end of plain training it \
                 bends sharply to meet single points. At its best epoch, with weight decay and with dropout it is \
                 calmer, and closer to the dashed sine."
                    .into()
            },
            size: (480, 440),
            draw: fits,
        },
        Figure {
            name: "two-recipes",
            title: "Two recipes side by side",
            describe: || {
                let values = values();
                format!(
                    "Left recipe A, plain Adam, right recipe B, with weight decay. Above, what the network says at the end: \
                     A bends to meet single points, B is calmer and closer to the dashed sine. Below, the errors over {} \
                     epochs: the training error of A falls to {} and its validation error ends at {}; with B, the \
                     validation error ends at {}.",
                    values["sine.epochs"],
                    values["sine.train_end"],
                    values["sine.validation_end"],
                    values["sine.decay_end"]
                )
            },
            size: (480, 424),
            draw: two_recipes,
        },
    ]
}

/// A curve of errors over the epochs, as powers of ten.
fn over_epochs(curve: &[f64]) -> impl Iterator<Item = (f64, f64)> {
    curve.iter().enumerate().map(|(part, error)| ((part * SINE_EVERY) as f64, error.log10().min(0.2)))
}

fn errors(canvas: &Canvas) -> Result<()> {
    let [plain, decay, dropout] = &*SINE;
    let parts = canvas.split_evenly((2, 1));
    let x = 0.0..1.04 * SINE_EPOCHS as f64;
    let y = ("error, as a power of ten", -2.1..0.2, 3);
    let mut chart = axes(&parts[0], ("epoch", x.clone(), 4), y)?;
    polyline(&mut chart, over_epochs(&plain.training), stroke(&W_DASHED, 2))?;
    polyline(&mut chart, over_epochs(&plain.validation), stroke(&Y_HAT, 3))?;
    let best = plain.best.1;
    dots(&mut chart, [(best as f64, plain.validation[best / SINE_EVERY].log10())], 6, INK)?;
    label(&mut chart, (1480.0, -0.3), (0, 0), "validation", (Y_HAT, HPos::Right))?;
    label(&mut chart, (1480.0, -1.45), (0, 0), "training", (W, HPos::Right))?;
    let mut chart = axes(&parts[1], ("epoch", x, 4), ("error, as a power of ten", -1.0..-0.2, 3))?;
    for (fit, colour, name, y) in
        [(plain, Y_HAT, "plain", -0.3), (dropout, H, "with dropout", -0.38), (decay, X, "with weight decay", -0.95)]
    {
        polyline(&mut chart, over_epochs(&fit.validation).map(|(t, y)| (t, y.min(-0.2))), stroke(&colour, 3))?;
        label(&mut chart, (1480.0, y), (0, 0), name, (colour, HPos::Right))?;
    }
    Ok(())
}

fn fits(canvas: &Canvas) -> Result<()> {
    let [plain, decay, dropout] = &*SINE;
    let names = ["plain, at the end", "plain, at its best", "with weight decay", "with dropout"];
    for ((w, name), part) in
        [&plain.w, &plain.best.0, &decay.w, &dropout.w].into_iter().zip(names).zip(canvas.split_evenly((2, 2)))
    {
        fit(&part, w, name)?;
    }
    Ok(())
}

/// What the network says with these weights, the points, and the curve that they come from.
fn fit(canvas: &Canvas, w: &Array1<f64>, name: &str) -> Result<()> {
    let (x, y) = training(SINE_SEED);
    let grid = Array2::from_shape_fn((161, 1), |(i, _)| i as f64 / 32.0 - 2.5);
    let mut chart = axes(canvas, ("", -2.6..2.6, 5), ("", -2.4..3.0, 5))?;
    polyline(&mut chart, grid.iter().map(|x| (*x, curve(*x))), stroke(&INK_DASHED, 1))?;
    let fitted = NETWORK.predictions(w, &grid);
    let points = grid.iter().copied().zip(fitted.iter().map(|y| y.clamp(-2.4, 3.0)));
    polyline(&mut chart, points, stroke(&Y_HAT, 3))?;
    dots(&mut chart, x.iter().copied().zip(y.iter().copied()), 3, Y)?;
    label(&mut chart, (-2.5, 2.75), (0, 0), name, (INK, HPos::Left))
}

fn two_recipes(canvas: &Canvas) -> Result<()> {
    let [plain, decay, _] = &*SINE;
    let (left, right) = canvas.split_horizontally(240 * UNIT);
    for (part, recipe, name) in [(left, plain, "plain Adam"), (right, decay, "with weight decay")] {
        let (above, below) = part.split_vertically(200 * UNIT);
        fit(&above, &recipe.w, name)?;
        let x = ("epoch", 0.0..1.04 * SINE_EPOCHS as f64, 2);
        let mut chart = axes(&below, x, ("error, as a power of ten", -2.1..0.2, 3))?;
        polyline(&mut chart, over_epochs(&recipe.training), stroke(&W_DASHED, 2))?;
        polyline(&mut chart, over_epochs(&recipe.validation), stroke(&Y_HAT, 3))?;
    }
    Ok(())
}
