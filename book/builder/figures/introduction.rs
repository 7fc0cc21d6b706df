//! The introduction: who chooses the features.

use super::Figure;
use super::paint::{Canvas, FAINT, INK, W, Y_HAT, letters};
use anyhow::Result;
use plotters::prelude::{PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBColor};

/// The figures of the introduction.
pub fn figures() -> Vec<Figure> {
    vec![Figure {
        name: "two-ways",
        title: "Two ways from an object to an answer",
        describe: || {
            "Two rows of boxes joined by arrows, each from an object to an answer. Above: features, chosen by people, then a model, \
             which is learned. Below: layers and a last layer, and both are learned."
                .into()
        },
        size: (480, 250),
        draw: two_ways,
    }]
}

fn two_ways(canvas: &Canvas) -> Result<()> {
    let people = ("by people", FAINT);
    let learned = ("learned", W);
    row(canvas, 60, [("features", people), ("model", learned)])?;
    row(canvas, 190, [("layers", learned), ("last layer", learned)])
}

/// Object, two boxes, answer, from left to right.
fn row(canvas: &Canvas, y: i32, boxes: [(&str, (&str, RGBColor)); 2]) -> Result<()> {
    canvas.draw(&Text::new("object", (2, y), letters(&INK, HPos::Left)))?;
    canvas.draw(&Text::new("answer", (478, y), letters(&Y_HAT, HPos::Right)))?;
    for (at, (what, (how, colour))) in [145, 310].into_iter().zip(boxes) {
        canvas.draw(&Rectangle::new([(at - 55, y - 24), (at + 55, y + 24)], colour.stroke_width(2)))?;
        canvas.draw(&Text::new(what, (at, y), letters(&INK, HPos::Center)))?;
        canvas.draw(&Text::new(
            how,
            (at, y + 42),
            letters(if how == "learned" { &colour } else { &INK }, HPos::Center),
        ))?;
    }
    for (from, to) in [(56, 88), (202, 253), (367, 416)] {
        canvas.draw(&PathElement::new([(from, y), (to - 6, y)], INK.stroke_width(2)))?;
        canvas.draw(&Polygon::new([(to, y), (to - 10, y - 5), (to - 10, y + 5)], INK.filled()))?;
    }
    Ok(())
}
