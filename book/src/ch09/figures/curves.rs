//! What was measured while the network was trained.

use super::super::experiments::{RECIPE, Training, shown};
use super::values;
use crate::figures::Figure;
use crate::figures::drawing::{Canvas, INK, UNIT, W, Y_HAT, axes, label, polyline, stroke};
use anyhow::Result;
use plotters::prelude::Circle;
use plotters::style::Color;
use plotters::style::text_anchor::HPos;

pub fn figures() -> Vec<Figure> {
    vec![Figure {
        name: "digit-curves",
        title: "Error and accuracy while the network is trained",
        describe: || {
            let values = values();
            format!(
                "Two charts over {} epochs. Above, the training error on a logarithmic axis falls from {} to {}. \
                 Below, the accuracy on the validation digits rises to {} in a few epochs and stays there; that on the \
                 test digits stays below it, at {} in the best epoch. A dot marks the best epoch, {}.",
                RECIPE.epochs,
                values["digits.error1"],
                values["digits.error20"],
                values["digits.validation"],
                values["digits.test"],
                values["digits.best"]
            )
        },
        size: (480, 500),
        draw: curves,
    }]
}

/// The points of a curve, whose first is that of epoch 1.
fn numbered(curve: &[f64], of: impl Fn(f64) -> f64) -> Vec<(f64, f64)> {
    (1..).zip(curve).map(|(epoch, value)| (f64::from(epoch), of(*value))).collect()
}

fn curves(canvas: &Canvas) -> Result<()> {
    let Training { errors, validation, test, best, .. } = shown();
    let (above, below) = canvas.split_vertically(230 * UNIT);
    let epochs = 1.0..RECIPE.epochs as f64;
    let y = ("training error, as a power of ten", -2.0..0.0, 4);
    let mut chart = axes(&above, ("epoch", epochs.clone(), 5), y)?;
    polyline(&mut chart, numbered(errors, |error| error.log10().clamp(-2.0, 0.0)), stroke(&Y_HAT, 3))?;
    let percent = |share: f64| (100.0 * share).max(88.0);
    let mut chart = axes(&below, ("epoch", epochs, 5), ("right, in %", 88.0..100.0, 6))?;
    let (seen, unseen) = (numbered(validation, percent), numbered(test, percent));
    polyline(&mut chart, seen.clone(), stroke(&W, 3))?;
    polyline(&mut chart, unseen.clone(), stroke(&INK, 3))?;
    let dots = [(seen[*best], W), (unseen[*best], INK)];
    chart.draw_series(dots.map(|(place, colour)| Circle::new(place, 5 * UNIT, colour.filled())))?;
    label(&mut chart, (19.8, 97.0), (0, 0), "validation: the same writers", (W, HPos::Right))?;
    label(&mut chart, (19.8, 93.8), (0, 0), "test: other writers", (INK, HPos::Right))
}
