//! The card of this chapter: a digit, and how likely the network thinks each class.

use super::experiments::{CLASSES, SAID, TESTING};
use crate::figures::diagram::at;
use crate::figures::drawing::{Canvas, FAINT, UNIT, Y_HAT, stroke};
use crate::figures::pixels::images;
use anyhow::Result;
use plotters::prelude::{PathElement, Rectangle};
use plotters::style::Color;

/// Which test digit is shown: a 3.
const SHOWN: usize = 3;

pub fn draw(canvas: &Canvas) -> Result<()> {
    images(canvas, &[(TESTING.pixels.row(SHOWN).mapv(|ink| ink / 16.0), (6, 6))], 11)?;
    for (class, probability) in (0..CLASSES as i32).zip(SAID.row(SHOWN)) {
        let top = 6 + 9 * class;
        let length = (48.0 * probability * f64::from(UNIT)).round() as i32;
        let (left, high) = at(106, top);
        canvas.draw(&Rectangle::new([(left, high), (left + length.max(UNIT), high + 6 * UNIT)], Y_HAT.filled()))?;
    }
    canvas.draw(&PathElement::new([at(104, 4), at(104, 96)], stroke(&FAINT, 1)))?;
    Ok(())
}
