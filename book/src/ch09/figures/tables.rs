//! Which digits are taken for which.

use super::super::experiments::{BY_MEANS, CLASSES, SAID, TESTING};
use crate::figures::Figure;
use crate::figures::diagram::{at, write};
use crate::figures::drawing::{Canvas, FAINT, INK, Y_HAT, Y_HAT_CELL};
use anyhow::Result;
use ch09::{confusion, most_confused, predicted};
use ndarray::Array2;
use plotters::prelude::Rectangle;
use plotters::style::Color;
use plotters::style::text_anchor::HPos;

pub fn figures() -> Vec<Figure> {
    vec![
        Figure {
            name: "confusion-means",
            title: "The confusion matrix of the ten means",
            describe: || described(&by_means()),
            size: (480, 480),
            draw: |canvas| table(canvas, &by_means()),
        },
        Figure {
            name: "confusion-network",
            title: "The confusion matrix of the network",
            describe: || described(&by_network()),
            size: (480, 480),
            draw: |canvas| table(canvas, &by_network()),
        },
    ]
}

/// How often each test digit is taken for each, by the nearest mean.
pub fn by_means() -> Array2<usize> {
    confusion(&TESTING.labels, &BY_MEANS, CLASSES)
}

/// And by the network.
pub fn by_network() -> Array2<usize> {
    confusion(&TESTING.labels, &predicted(&SAID), CLASSES)
}

/// A digit with its article.
pub fn named(digit: usize) -> String {
    format!("{} {digit}", if digit == 8 { "an" } else { "a" })
}

fn described(counts: &Array2<usize>) -> String {
    let (truth, said, most) = most_confused(counts);
    let right: usize = counts.diag().sum();
    format!(
        "A table of ten rows, the digits that were written, and ten columns, the digits that were said. {right} of {} \
         are on the diagonal. The largest number beside it is {most}, for {} that was taken for {}.",
        counts.sum(),
        named(truth),
        named(said)
    )
}

fn table(canvas: &Canvas, counts: &Array2<usize>) -> Result<()> {
    const CELL: i32 = 41;
    const LEFT: i32 = 62;
    const TOP: i32 = 62;
    let most = most_confused(counts).2 as f64;
    for ((truth, said), &count) in counts.indexed_iter() {
        let corner = (LEFT + CELL * said as i32, TOP + CELL * truth as i32);
        if truth != said && count > 0 {
            let shade = Y_HAT_CELL.mix((0.1 + 0.6 * count as f64 / most * 100.0).round() / 100.0);
            let area = [at(corner.0, corner.1), at(corner.0 + CELL, corner.1 + CELL)];
            canvas.draw(&Rectangle::new(area, shade.filled()))?;
        }
        let (text, colour) = match count {
            0 => ("·".to_string(), FAINT),
            count => (count.to_string(), if truth == said { FAINT } else { INK }),
        };
        write(canvas, &text, (corner.0 + CELL / 2, corner.1 + CELL / 2), (colour, HPos::Center))?;
    }
    for class in 0..CLASSES as i32 {
        let middle = CELL * class + CELL / 2;
        write(canvas, &class.to_string(), (LEFT + middle, TOP - 14), (Y_HAT, HPos::Center))?;
        write(canvas, &class.to_string(), (LEFT - 14, TOP + middle), (INK, HPos::Center))?;
    }
    write(canvas, "what was said", (LEFT + CELL * 10, 16), (Y_HAT, HPos::Right))?;
    write(canvas, "what it is", (LEFT - 26, 16), (INK, HPos::Left))
}
