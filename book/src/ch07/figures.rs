//! Chapter 7: tapes as tables, an expression as a graph, what a step costs, and two loss curves that are one.

mod costs;
mod graph;
mod table;

use super::examples::{LOSSES, TRAINING};
use super::values::values;
use crate::figures::Figure;
use crate::figures::drawing::{Canvas, INK, INK_DASHED, Y_HAT, axes, label, polyline, stroke};
use anyhow::Result;
use plotters::style::Color;
use plotters::style::text_anchor::HPos;

/// The figures of this chapter.
pub fn figures() -> Vec<Figure> {
    vec![
        Figure {
            name: "tape-recorded",
            title: "A tape of three lines",
            describe: || {
                let values = values();
                format!(
                    "A table with three lines: 0, a, value {}, an input. 1, b = a + a, value {}, grows 1 and 1 times as \
                     fast as a. 2, c = b · a, value {}, grows {} times as fast as b and {} times as fast as a. Arcs lead \
                     from each line down to the lines that use it.",
                    values["tape.a"], values["tape.b"], values["tape.c"], values["tape.dc_db"], values["tape.local_ca"]
                )
            },
            size: (480, 190),
            draw: |canvas| table::draw(canvas, &table::diamond(), false),
        },
        Figure {
            name: "tape-graph",
            title: "The expression as a graph, with values and derivatives",
            describe: || {
                let values = values();
                format!(
                    "Three circles: a = {}, b = {} and c = {}. Two arrows lead from a to b, with the local derivative 1 \
                     each, one from b to c with {}, and one from a to c with {}. Beside the circles are the derivatives \
                     of c: {} at a, {} at b, 1 at c.",
                    values["tape.a"],
                    values["tape.b"],
                    values["tape.c"],
                    values["tape.dc_db"],
                    values["tape.local_ca"],
                    values["tape.dc_da"],
                    values["tape.dc_db"]
                )
            },
            size: (480, 320),
            draw: graph::draw,
        },
        Figure {
            name: "tape-swept",
            title: "The same tape after the sweep",
            describe: || {
                let values = values();
                format!(
                    "The table of three lines, with a further column: the derivative of c by each line. From the last \
                     line up it says 1, {}, {}.",
                    values["tape.dc_db"], values["tape.dc_da"]
                )
            },
            size: (480, 190),
            draw: |canvas| table::draw(canvas, &table::diamond(), true),
        },
        Figure {
            name: "tape-neuron",
            title: "A neuron on the tape, swept",
            describe: || {
                let values = values();
                format!(
                    "A table of eleven lines: five inputs, then p = w1 x1, q = w2 x2, a = p + q, ŷ = σ(a), d = ŷ − y, \
                     E = d · d = {}. The last column, read upwards, ends with {} for w2 and {} for w1.",
                    values["tape.neuron.e"], values["tape.neuron.g2"], values["tape.neuron.g1"]
                )
            },
            size: (480, 418),
            draw: |canvas| table::draw(canvas, &table::neuron(), true),
        },
        Figure {
            name: "tape-cost",
            title: "How many multiplications a step takes",
            describe: || {
                let values = values();
                format!(
                    "Three bars for a batch of 32 and a network 64-32-10. Forward only: {} multiplications. Forward and \
                     back by chapter 6's formulas: {}. Forward and back on the tape: {}.",
                    values["tape.cost.forward"], values["tape.cost.by_hand"], values["tape.cost.on_tape"]
                )
            },
            size: (480, 240),
            draw: costs::draw,
        },
        Figure {
            name: "tape-loss",
            title: "The loss curve of XOR, by hand and on the tape",
            describe: || {
                let values = values();
                format!(
                    "The mean error over {} steps, which falls from {} to {}. A wide line is chapter 6's, a dashed line \
                     that of the tape. The dashed one runs in the middle of the wide one everywhere.",
                    values["tape.loss.steps"], values["tape.loss.first"], values["tape.loss.last"]
                )
            },
            size: (480, 330),
            draw: two_losses,
        },
    ]
}

fn two_losses(canvas: &Canvas) -> Result<()> {
    let [by_hand, on_tape] = &*LOSSES;
    let mut chart = axes(canvas, ("step", 0.0..TRAINING.1 as f64, 6), ("mean error E", 0.0..1.0, 3))?;
    let points = |losses: &[f64]| losses.iter().enumerate().map(|(t, loss)| (t as f64, *loss)).collect::<Vec<_>>();
    let wide = Y_HAT.mix(0.45).stroke_width(24);
    polyline(&mut chart, points(by_hand), wide)?;
    polyline(&mut chart, points(on_tape), stroke(&INK_DASHED, 2))?;
    label(&mut chart, (250.0, 0.6), (0, 0), "wide: chapter 6, by hand", (Y_HAT, HPos::Left))?;
    label(&mut chart, (250.0, 0.52), (0, 0), "dashed: the tape", (INK, HPos::Left))
}
