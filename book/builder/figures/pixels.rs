//! Images of 8 × 8 pixels, as the introduction and the last chapter show them.

use super::diagram::at;
use super::drawing::{Canvas, INK_CELL, RULE, stroke};
use anyhow::Result;
use ndarray::Array1;
use plotters::prelude::Rectangle;
use plotters::style::Color;

/// The pixels of a side.
const SIDE: i32 = 8;
/// So many shades are told apart, as in the images of the data set.
const SHADES: i32 = 16;

/// Draws images whose pixels are from 0 for paper to 1 for ink, row by row, with their upper left corners at these
/// places, each pixel so many units wide.
pub fn images(canvas: &Canvas, images: &[(Array1<f64>, (i32, i32))], pixel: i32) -> Result<()> {
    // Shade by shade, so that each is named once.
    for shade in 1..=SHADES {
        for (image, (left, top)) in images {
            for (number, ink) in (0..).zip(image) {
                if (ink * f64::from(SHADES)).round() as i32 == shade {
                    let corner = (left + pixel * (number % SIDE), top + pixel * (number / SIDE));
                    let area = [at(corner.0, corner.1), at(corner.0 + pixel, corner.1 + pixel)];
                    canvas.draw(&Rectangle::new(area, INK_CELL.mix(f64::from(shade) / f64::from(SHADES)).filled()))?;
                }
            }
        }
    }
    for (_, (left, top)) in images {
        let end = SIDE * pixel;
        canvas.draw(&Rectangle::new([at(*left, *top), at(left + end, top + end)], stroke(&RULE, 1)))?;
    }
    Ok(())
}
