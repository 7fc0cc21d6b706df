//! Curves over steps, layers and epochs.

use super::super::experiments::{
    BATCH_EPOCHS, BATCH_SIZES, DEAD, DEAD_ETAS, LAST_BATCH, LAYER_BY_LAYER, LAYERS, REST, SCALE, SCALE_STEPS, SCHEDULE,
    SCHEDULED,
};
use super::{dots, numbered, values};
use crate::figures::Figure;
use crate::figures::drawing::{A, Canvas, H, INK, UNIT, W, X, Y, Y_HAT, axes, label, polyline, stroke};
use anyhow::Result;
use plotters::style::text_anchor::HPos;

pub fn figures() -> Vec<Figure> {
    vec![
        Figure {
            name: "one-scale",
            title: "The same descent on two scales",
            describe: || {
                "How far the error is above the lowest one, over the number of steps, both on logarithmic axes. On one scale \
                 it is down to a hundred thousandth after less than two hundred steps. With the features as they were \
                 written down it is at a few hundredths for hundreds of steps, and not at the lowest after ten thousand."
                    .into()
            },
            size: (480, 300),
            draw: one_scale,
        },
        Figure {
            name: "ten-layers",
            title: "The mean square through ten layers, for several initial weights",
            describe: || {
                format!(
                    "Five lines over the layers 0 to 10, on a logarithmic axis. ReLU with He's weights stays near 1. \
                     tanh with LeCun's falls slowly to {}. ReLU with LeCun's weights falls in a straight line to {}, tanh \
                     with evenly spread numbers up to 1 by the root of k to {}, and tanh with a deviation of 0.01 out of the \
                     picture.",
                    values()["start.lecun"],
                    values()["start.relu_lecun"],
                    values()["start.pytorch"]
                )
            },
            size: (480, 340),
            draw: ten_layers,
        },
        Figure {
            name: "batch-sizes",
            title: "The error after each epoch, for four sizes of batch",
            describe: || {
                "Four curves of the error over 30 epochs. With batches of 1 it is low after the first epoch, and no longer \
                 smooth. With 8 and 32 it falls more slowly, and with all flowers in one batch it is the highest all the \
                 way."
                    .into()
            },
            size: (480, 320),
            draw: batch_sizes,
        },
        Figure {
            name: "last-batch",
            title: "A last batch of two",
            describe: || {
                "Two curves of the error over 30 epochs. With 96 flowers it falls and stays low. With 98, it leaps up after \
                 some epochs and comes down again."
                    .into()
            },
            size: (480, 300),
            draw: last_batch,
        },
        Figure {
            name: "schedule",
            title: "A schedule, and what it does",
            describe: || {
                "Above, the step size: it rises in a straight line, and falls along half a cosine to 0. Below, the distance \
                 of the error from the lowest one, on a logarithmic axis. With a constant step size it goes up and down at \
                 one level. With the schedule it ends far below that."
                    .into()
            },
            size: (480, 460),
            draw: schedule,
        },
        Figure {
            name: "dead-relus",
            title: "Dead neurons and the step size",
            describe: || {
                format!(
                    "The share of dead neurons over the step size, which has a logarithmic axis. With the features as \
                     measured it rises steeply, from {} % at {} to {} % at {}. On one scale it stays near 0 up to a step \
                     size of 1.",
                    values()["dead.raw1"],
                    values()["dead.eta1"],
                    values()["dead.raw2"],
                    values()["dead.eta2"]
                )
            },
            size: (480, 300),
            draw: dead_relus,
        },
    ]
}

fn one_scale(canvas: &Canvas) -> Result<()> {
    let most = (SCALE_STEPS as f64).log10();
    let lowest = *SCALE.descents[1].0.last().expect("there are steps");
    let y = ("above the lowest, power of ten", -5.0..0.5, 6);
    let mut chart = axes(canvas, ("steps, as a power of ten", 0.0..most, 5), y)?;
    for ((curve, _), (colour, name, at)) in
        SCALE.descents.iter().zip([(W, "as written down", (2.3, -1.4)), (Y_HAT, "on one scale", (2.15, -3.6))])
    {
        // So many points, evenly apart on the logarithmic axis.
        let points = (0..=200).map(|part| 10_f64.powf(most * f64::from(part) / 200.0));
        let points = points.map(|t| (t.round().log10(), (curve[t.round() as usize] - lowest).max(1e-12).log10()));
        polyline(&mut chart, points.filter(|(_, error)| *error > -5.0), stroke(&colour, 3))?;
        label(&mut chart, at, (0, 0), name, (colour, HPos::Left))?;
    }
    Ok(())
}

fn ten_layers(canvas: &Canvas) -> Result<()> {
    let y = ("mean square, as a power of ten", -8.0..0.6, 5);
    let mut chart = axes(canvas, ("layer", 0.0..LAYERS as f64, 6), y)?;
    for (start, colour, name, (layer, by)) in [
        (4, H, "ReLU, He", (5.0, -14)),
        (0, A, "tanh, LeCun", (7.0, -14)),
        (5, X, "ReLU, LeCun", (8.2, -16)),
        (1, W, "tanh, up to 1/√k", (5.2, 16)),
        (2, Y, "tanh, 0.01", (2.9, 10)),
    ] {
        let curve = &LAYER_BY_LAYER[start];
        let points = numbered(curve).map(|(layer, square)| (layer, square.log10())).filter(|(_, y)| *y > -8.0);
        polyline(&mut chart, points, stroke(&colour, 3))?;
        let (below, share) = (layer as usize, layer % 1.0);
        let at = (1.0 - share) * curve[below].log10() + share * curve[below + 1].log10();
        let beside = matches!(start, 1 | 2);
        let (shift, side) = if beside { ((-14, by), HPos::Right) } else { ((0, by), HPos::Center) };
        label(&mut chart, (layer, at), shift, name, (colour, side))?;
    }
    Ok(())
}

fn batch_sizes(canvas: &Canvas) -> Result<()> {
    let mut chart = axes(canvas, ("epoch", 0.0..BATCH_EPOCHS as f64, 7), ("mean error E", 0.0..1.3, 4))?;
    let names = [(Y, "1"), (Y_HAT, "8"), (W, "32"), (INK, "all 98")];
    for (number, (curve, (colour, name))) in BATCH_SIZES.iter().zip(names).enumerate() {
        polyline(&mut chart, numbered(curve).filter(|(_, error)| *error < 1.3), stroke(&colour, 3))?;
        let height = 0.72 + 0.12 * number as f64;
        label(&mut chart, (18.0, height), (0, 0), name, (colour, HPos::Left))?;
    }
    label(&mut chart, (18.0, 1.2), (0, 0), "flowers in a batch", (INK, HPos::Left))
}

fn last_batch(canvas: &Canvas) -> Result<()> {
    // The network whose curve leaps highest shows it best.
    let highest = |curve: &Vec<f64>| curve[2..].iter().fold(0.0, |highest: f64, error| highest.max(*error));
    let shown = (0..LAST_BATCH[0].len())
        .max_by(|a, b| highest(&LAST_BATCH[0][*a]).total_cmp(&highest(&LAST_BATCH[0][*b])))
        .expect("there are networks");
    let mut chart = axes(canvas, ("epoch", 0.0..BATCH_EPOCHS as f64, 7), ("mean error E", 0.0..1.5, 4))?;
    for (curves, n, colour, y) in [(&LAST_BATCH[0], REST[0], Y_HAT, 1.38), (&LAST_BATCH[1], REST[1], W, 1.22)] {
        polyline(&mut chart, numbered(&curves[shown]).map(|(t, error)| (t, error.min(1.5))), stroke(&colour, 3))?;
        label(&mut chart, (16.0, y), (0, 0), &format!("{n} flowers"), (colour, HPos::Left))?;
    }
    Ok(())
}

fn schedule(canvas: &Canvas) -> Result<()> {
    let (steps, warm_up, ..) = SCHEDULE;
    let (above, below) = canvas.split_vertically(170 * UNIT);
    let x = 0.0..1.04 * steps as f64;
    let mut chart = axes(&above, ("", x.clone(), 4), ("step size / η", 0.0..1.2, 3))?;
    let planned: Vec<f64> = (0..steps).map(|t| ch08::step_size(t, steps, warm_up, 1.0)).collect();
    polyline(&mut chart, numbered(&planned), stroke(&W, 3))?;
    let y = ("above the lowest, power of ten", -6.0..0.5, 4);
    let mut chart = axes(&below, ("step", x, 4), y)?;
    for (curve, colour, name, y) in
        [(&SCHEDULED[0], Y_HAT, "constant step size", 0.1), (&SCHEDULED[1], W, "with the schedule", -0.7)]
    {
        // Each point is a mean of eight steps: the noise from step to step would hide the level.
        let points = curve.chunks(8).enumerate().map(|(part, errors)| {
            let mean = errors.iter().sum::<f64>() / errors.len() as f64;
            (8.0 * part as f64, mean.log10().max(-6.0))
        });
        polyline(&mut chart, points, stroke(&colour, 2))?;
        label(&mut chart, (330.0, y), (0, 0), name, (colour, HPos::Left))?;
    }
    Ok(())
}

fn dead_relus(canvas: &Canvas) -> Result<()> {
    let y = ("dead neurons in %", 0.0..105.0, 3);
    let mut chart = axes(canvas, ("step size, as a power of ten", -1.6..0.1, 4), y)?;
    for (shares, (colour, name, at)) in
        DEAD.iter().zip([(Y_HAT, "as measured", (-1.5, 85.0)), (W, "on one scale", (-0.6, 22.0))])
    {
        let points: Vec<_> = DEAD_ETAS.iter().zip(shares).map(|(eta, share)| (eta.log10(), 100.0 * share)).collect();
        polyline(&mut chart, points.clone(), stroke(&colour, 3))?;
        dots(&mut chart, points, 4, colour)?;
        label(&mut chart, at, (0, 0), name, (colour, HPos::Left))?;
    }
    Ok(())
}
