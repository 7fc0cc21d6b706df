//! Drawings that are made images of, and an image that is moved.

use super::super::experiments::{PAD, SEVEN, THREE, largest, said_of, shrunk};
use super::bars;
use super::percent;
use crate::figures::Figure;
use crate::figures::diagram::{at, write};
use crate::figures::drawing::{Canvas, FAINT, INK, INK_CELL, RULE, Y_HAT, stroke};
use crate::figures::pixels::images;
use anyhow::Result;
use ch09::{predicted, to_picture};
use ndarray::{Array1, Array2, Axis};
use plotters::prelude::Rectangle;
use plotters::style::Color;
use plotters::style::text_anchor::HPos;

pub fn figures() -> Vec<Figure> {
    vec![
        Figure {
            name: "only-shrunk",
            title: "A small 3 in a corner, only made smaller and prepared",
            describe: || {
                let [shrunk, prepared] = pictures().map(|picture| said(&picture));
                format!(
                    "Left, a square pad with a small 3 in its upper right corner. In the middle, what remains of it in \
                     8 by 8 pixels if the pad is only made smaller: a few grey pixels in that corner. The network \
                     says {} to {}. Right, the drawing cut out, in the middle and as high as the image. The network \
                     says {} to {}.",
                    shrunk.0, shrunk.1, prepared.0, prepared.1
                )
            },
            size: (480, 206),
            draw: three_ways,
        },
        Figure {
            name: "seven-moved",
            title: "A 7, and what the network says of it one pixel further to the right",
            describe: || {
                let [before, after] = SEVEN.said.map(|(class, sure)| format!("{class} to {}", percent(sure, 0)));
                format!(
                    "Two images, the second the same 7 moved to the right by one pixel, each with ten bars for the \
                     probabilities of the digits. Of the first the network says {before}, of the second {after}."
                )
            },
            size: (480, 302),
            draw: seven,
        },
    ]
}

/// What the network says of a picture, and how sure it is, in words.
pub fn said(picture: &Array2<f64>) -> (usize, String) {
    let said = said_of(&flat(picture).insert_axis(Axis(0)));
    (predicted(&said)[0], percent(largest(said.row(0)), 0))
}

fn flat(picture: &Array2<f64>) -> Array1<f64> {
    Array1::from_iter(picture.iter().copied())
}

/// The drawing, only made smaller and prepared.
pub fn pictures() -> [Array2<f64>; 2] {
    [shrunk(&THREE), to_picture(&THREE)]
}

fn three_ways(canvas: &Canvas) -> Result<()> {
    const WIDE: i32 = 144;
    let left = |number: i32| 4 + 164 * number;
    // Dots of one shade in a row are one rectangle.
    let dot = |column: i32| left(0) + WIDE * column / PAD as i32;
    for (row, dots) in (0..).zip(THREE.rows()) {
        let shades: Vec<i32> = dots.iter().map(|ink| (4.0 * ink).round() as i32).collect();
        let mut start = 0;
        while start < PAD {
            let length = shades[start..].iter().take_while(|shade| **shade == shades[start]).count();
            if shades[start] > 0 {
                let (top, bottom) = (4 * (4 + WIDE * row / PAD as i32), 4 * 4 + 4 * WIDE * (row + 1) / PAD as i32);
                let area = [(4 * dot(start as i32), top), (4 * dot((start + length) as i32), bottom)];
                canvas.draw(&Rectangle::new(area, INK_CELL.mix(f64::from(shades[start]) / 4.0).filled()))?;
            }
            start += length;
        }
    }
    canvas.draw(&Rectangle::new([at(left(0), 4), at(left(0) + WIDE, 4 + WIDE)], stroke(&RULE, 1)))?;
    let pictures = pictures();
    let shown: Vec<_> =
        (1..).zip(&pictures).map(|(number, picture)| (flat(picture) / 16.0, (left(number), 4))).collect();
    images(canvas, &shown, WIDE / 8)?;
    for (number, name) in (0..).zip(["the pad", "only made smaller", "prepared"]) {
        write(canvas, name, (left(number) + WIDE / 2, 168), (INK, HPos::Center))?;
    }
    for (number, picture) in (1..).zip(&pictures) {
        let (class, sure) = said(picture);
        write(canvas, &format!("{class}, {sure}"), (left(number) + WIDE / 2, 192), (Y_HAT, HPos::Center))?;
    }
    Ok(())
}

fn seven(canvas: &Canvas) -> Result<()> {
    const PITCH: i32 = 150;
    let shown: Vec<_> =
        (0..).zip(&SEVEN.images).map(|(row, image)| (image.mapv(|ink| ink / 16.0), (8, 22 + PITCH * row))).collect();
    images(canvas, &shown, 13)?;
    for (row, (image, name)) in (0..).zip(SEVEN.images.iter().zip(["as it was written", "moved by one pixel"])) {
        let said = said_of(&image.clone().insert_axis(Axis(0)));
        bars(canvas, said.row(0), (152, 126 + PITCH * row), (320, 92))?;
        write(canvas, name, (8, 10 + PITCH * row), (FAINT, HPos::Left))?;
    }
    Ok(())
}
