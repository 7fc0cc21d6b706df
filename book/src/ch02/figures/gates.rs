//! The truth tables of three gates as points of a plane.

use super::mark;
use crate::figures::Figure;
use crate::figures::drawing::{Canvas, INK, axes, label};
use anyhow::Result;
use ch02::{and_weights, neuron, not_weights, or_weights, sign};
use ndarray::array;
use plotters::style::text_anchor::HPos;

pub fn figure() -> Figure {
    Figure {
        name: "gates",
        title: "Three gates in the plane of their inputs",
        describe: || {
            "Three squares with the four rows of a truth table at their corners; a dot is true, a ring is false. AND: only the top \
             right corner is a dot. OR: only the bottom left corner is a ring. NOT of the first input: the two corners on the left \
             are dots."
                .into()
        },
        size: (480, 230),
        draw,
    }
}

fn draw(canvas: &Canvas) -> Result<()> {
    let corners = [(-1.0, -1.0), (-1.0, 1.0), (1.0, -1.0), (1.0, 1.0)];
    let both = |x1, x2| array![1.0, x1, x2];
    let gates = [
        ("AND", corners.map(|(x1, x2)| neuron(&and_weights(), &both(x1, x2), sign))),
        ("OR", corners.map(|(x1, x2)| neuron(&or_weights(), &both(x1, x2), sign))),
        ("NOT x₁", corners.map(|(x1, _)| neuron(&not_weights(), &array![1.0, x1], sign))),
    ];
    for (part, (name, answers)) in canvas.split_evenly((1, 3)).iter().zip(gates) {
        let mut chart = axes(part, ("x₁", -1.7..1.7, 3), ("x₂", -1.7..2.4, 3))?;
        for (corner, answer) in corners.into_iter().zip(answers) {
            mark(&mut chart, corner, answer, 7)?;
        }
        label(&mut chart, (0.0, 2.2), (0, 0), name, (INK, HPos::Center))?;
    }
    Ok(())
}
