//! A handwritten 7 of 8 × 8 pixels, and the same 7 moved by one pixel.

use crate::figures::Figure;
use crate::figures::diagram::write;
use crate::figures::drawing::{Canvas, INK};
use crate::figures::pixels::images;
use crate::values::Values;
use anyhow::Result;
use plotters::style::text_anchor::HPos;
use std::sync::LazyLock;

const SIDE: usize = 8;
/// How dark each pixel is, from 0 to 1, row by row.
type Image = [[f64; SIDE]; SIDE];

/// The strokes of the 7, in pixels.
const STROKES: [[(f64, f64); 2]; 2] = [[(1.2, 1.4), (5.4, 1.4)], [(5.4, 1.4), (3.0, 6.6)]];

/// The 7, moved to the right by this many pixels: a pixel is the darker, the nearer it is to a stroke.
fn seven(moved: f64) -> Image {
    let mut image = [[0.0; SIDE]; SIDE];
    for (y, row) in image.iter_mut().enumerate() {
        for (x, pixel) in row.iter_mut().enumerate() {
            let middle = (x as f64 + 0.5 - moved, y as f64 + 0.5);
            let distance = STROKES.map(|[from, to]| distance(middle, from, to)).into_iter().fold(f64::MAX, f64::min);
            // Sixteen shades, as in the images of the last chapter.
            *pixel = ((1.25 - distance).clamp(0.0, 1.0) * 16.0).round() / 16.0;
        }
    }
    image
}

/// How far a point is from a stroke.
fn distance(point: (f64, f64), from: (f64, f64), to: (f64, f64)) -> f64 {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let along = ((point.0 - from.0) * dx + (point.1 - from.1) * dy) / (dx * dx + dy * dy);
    let nearest = (from.0 + along.clamp(0.0, 1.0) * dx, from.1 + along.clamp(0.0, 1.0) * dy);
    (point.0 - nearest.0).hypot(point.1 - nearest.1)
}

/// By how much each pixel has changed.
fn changes() -> Image {
    let (before, after) = (seven(0.0), seven(1.0));
    std::array::from_fn(|y| std::array::from_fn(|x| (before[y][x] - after[y][x]).abs()))
}

pub fn values() -> &'static Values {
    static VALUES: LazyLock<Values> = LazyLock::new(|| {
        let count = |image: Image| image.into_iter().flatten().filter(|pixel| *pixel > 0.0).count();
        let (before, after) = (seven(0.0), seven(1.0));
        let ink = std::array::from_fn(|y| std::array::from_fn(|x| before[y][x].max(after[y][x])));
        Values::from([
            ("seven.pixels", (SIDE * SIDE).to_string()),
            ("seven.ink", count(ink).to_string()),
            ("seven.changed", count(changes()).to_string()),
        ])
    });
    &VALUES
}

pub fn figure() -> Figure {
    Figure {
        name: "seven",
        title: "A 7, and the same 7 moved by one pixel",
        describe: || {
            let values = values();
            format!(
                "Three squares of 8 by 8 pixels. First a 7. Then the same 7, one pixel further to the right. Last, how much \
                 each pixel has changed: {} of the {} with ink have.",
                values["seven.changed"], values["seven.ink"]
            )
        },
        size: (480, 182),
        draw,
    }
}

fn draw(canvas: &Canvas) -> Result<()> {
    const PIXEL: i32 = 18;
    let [still, after] = [seven(0.0), seven(1.0)];
    let shown = [(still, "a 7"), (after, "moved by one pixel"), (changes(), "what has changed")];
    let corner = |number: i32| (4 + 164 * number, 4);
    let shades = |image: Image| image.into_iter().flatten().collect();
    images(
        canvas,
        &(0..).zip(shown).map(|(number, (image, _))| (shades(image), corner(number))).collect::<Vec<_>>(),
        PIXEL,
    )?;
    for (number, (_, name)) in (0..).zip(shown) {
        let ((left, top), end) = (corner(number), SIDE as i32 * PIXEL);
        write(canvas, name, (left + end / 2, top + end + 20), (INK, HPos::Center))?;
    }
    Ok(())
}
