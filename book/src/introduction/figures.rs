//! The introduction: a picture that moves by a pixel, who chooses the features, the road.

use super::seven;
use crate::figures::Figure;
use crate::figures::diagram::{at, write};
use crate::figures::drawing::{Canvas, FAINT, INK, UNIT, W, Y_HAT, letters, stroke};
use anyhow::Result;
use plotters::prelude::{Circle, PathElement, Polygon, Text};
use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBColor};

/// The figures of the introduction.
pub fn figures() -> Vec<Figure> {
    let two_ways = Figure {
        name: "two-ways",
        title: "Two ways from an object to an answer",
        describe: || {
            "Two rows of boxes joined by arrows, each from an object to an answer. Above: features, chosen by \
             people, then a model, which is learned. Below: layers and a last layer, and both are learned."
                .into()
        },
        size: (480, 250),
        draw: two_ways,
    };
    vec![seven::figure(), two_ways, road()]
}

/// The chapters in their order, as the table of contents names them.
fn chapters() -> Vec<&'static str> {
    let lines = include_str!("../SUMMARY.md").lines();
    lines.filter_map(|line| line.strip_prefix("- [")?.split(']').next()).collect()
}

fn road() -> Figure {
    Figure {
        name: "road",
        title: "The road through the chapters",
        describe: || format!("A line that leads through the chapters, in three rows: {}.", chapters().join(", ")),
        size: (480, 88 * chapters().len().div_ceil(3) as u32 + 4),
        draw: |canvas| {
            let place = |number: usize| {
                let (row, column) = (number as i32 / 3, number as i32 % 3);
                // There and back again, so that the line never crosses a name.
                (80 + 160 * if row % 2 == 0 { column } else { 2 - column }, 24 + 88 * row)
            };
            let places: Vec<_> = (0..chapters().len()).map(place).collect();
            let mut line = vec![];
            for (number, &(x, y)) in places.iter().enumerate() {
                // It turns beside the names.
                if number > 0 && number % 3 == 0 {
                    let aside = if x > 240 { 474 } else { 6 };
                    line.extend([at(aside, places[number - 1].1), at(aside, y)]);
                }
                line.push(at(x, y));
            }
            canvas.draw(&PathElement::new(line, stroke(&FAINT, 2)))?;
            for (number, (name, (x, y))) in chapters().into_iter().zip(places).enumerate() {
                canvas.draw(&Circle::new(at(x, y), 14 * UNIT, stroke(&INK, 2)))?;
                write(canvas, &(number + 1).to_string(), (x, y), (INK, HPos::Center))?;
                for (row, part) in in_lines(name).into_iter().enumerate() {
                    write(canvas, part, (x, y + 28 + 18 * row as i32), (INK, HPos::Center))?;
                }
            }
            Ok(())
        },
    }
}

/// A long name in two lines, cut as near its middle as words allow.
fn in_lines(name: &str) -> Vec<&str> {
    let from_middle = |at: &usize| at.abs_diff(name.len() / 2);
    let cut = name.match_indices(' ').map(|(at, _)| at).min_by_key(from_middle);
    match cut {
        Some(cut) if name.len() > 17 => vec![&name[..cut], &name[cut + 1..]],
        _ => vec![name],
    }
}

fn two_ways(canvas: &Canvas) -> Result<()> {
    let people = ("by people", FAINT);
    let learned = ("learned", W);
    row(canvas, 50, [("features", people), ("model", learned)])?;
    row(canvas, 180, [("layers", learned), ("last layer", learned)])
}

/// Object, two boxes, answer, from left to right.
fn row(canvas: &Canvas, y: i32, boxes: [(&str, (&str, RGBColor)); 2]) -> Result<()> {
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
