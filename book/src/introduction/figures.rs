//! The introduction: who chooses the features.

use crate::figures::Figure;
use crate::figures::drawing::{Canvas, FAINT, INK, UNIT, W, Y_HAT, letters, stroke};
use anyhow::Result;
use plotters::prelude::{PathElement, Polygon, Text};
use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBColor};

/// The figures of the introduction.
pub fn figures() -> Vec<Figure> {
    vec![Figure {
        name: "two-ways",
        title: "Two ways from an object to an answer",
        describe: || {
            "Two rows of boxes joined by arrows, each from an object to an answer. Above: features, chosen by \
             people, then a model, which is learned. Below: layers and a last layer, and both are learned."
                .into()
        },
        size: (480, 250),
        draw: two_ways,
    }]
}

fn two_ways(canvas: &Canvas) -> Result<()> {
    let people = ("by people", FAINT);
    let learned = ("learned", W);
    row(canvas, 50, [("features", people), ("model", learned)])?;
    row(canvas, 180, [("layers", learned), ("last layer", learned)])
}

/// Object, two boxes, answer, from left to right.
fn row(canvas: &Canvas, y: i32, boxes: [(&str, (&str, RGBColor)); 2]) -> Result<()> {
    let at = |x: i32, y: i32| (x * UNIT, y * UNIT);
    canvas.draw(&Text::new("object", at(2, y), letters(&INK, HPos::Left)))?;
    canvas.draw(&Text::new("answer", at(478, y), letters(&Y_HAT, HPos::Right)))?;
    for (x, (what, (how, colour))) in [148, 314].into_iter().zip(boxes) {
        let corners = [(x - 54, y - 24), (x + 54, y - 24), (x + 54, y + 24), (x - 54, y + 24), (x - 54, y - 24)];
        canvas.draw(&PathElement::new(corners.map(|(x, y)| at(x, y)), stroke(&colour, 2)))?;
        canvas.draw(&Text::new(what, at(x, y), letters(&INK, HPos::Center)))?;
        canvas.draw(&Text::new(
            how,
            at(x, y + 42),
            letters(if how == "learned" { &colour } else { &INK }, HPos::Center),
        ))?;
    }
    for (from, to) in [(60, 90), (204, 256), (370, 409)] {
        canvas.draw(&PathElement::new([at(from, y), at(to - 6, y)], stroke(&INK, 2)))?;
        canvas.draw(&Polygon::new([at(to, y), at(to - 10, y - 5), at(to - 10, y + 5)], INK.filled()))?;
    }
    Ok(())
}
