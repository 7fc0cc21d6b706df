//! Chapter 9: digits and their means, what is taken for what, curves, drawings, hidden neurons, mistakes.

mod curves;
mod draw;
pub mod drawings;
mod images;
pub mod learned;
pub mod tables;

use super::experiments::largest;
use super::values::values;
use crate::figures::Figure;
use crate::figures::diagram::{at, write};
use crate::figures::drawing::{Canvas, FAINT, INK, Y_HAT, stroke};
use crate::values::fixed;
use anyhow::Result;
use ndarray::ArrayView1;
use plotters::prelude::{PathElement, Rectangle};
use plotters::style::Color;
use plotters::style::text_anchor::HPos;

/// The figures of this chapter.
pub fn figures() -> Vec<Figure> {
    [images::figures(), tables::figures(), curves::figures(), drawings::figures(), draw::figures(), learned::figures()]
        .into_iter()
        .flatten()
        .collect()
}

/// A share as a percentage, which stays on one line.
pub fn percent(share: f64, digits: usize) -> String {
    format!("{}\u{a0}%", fixed(100.0 * share, digits))
}

/// Ten bars, one for each class, with the digits below them: as high as a class is likely. `place` is the lower left
/// corner, `size` the width of all bars and the height of a probability of 1.
fn bars(canvas: &Canvas, said: ArrayView1<f64>, place: (i32, i32), size: (i32, i32)) -> Result<()> {
    let (left, bottom) = place;
    let wide = size.0 / said.len() as i32;
    let most = largest(said);
    for (class, probability) in (0..).zip(said) {
        let x = left + wide * class;
        let high = (probability * f64::from(size.1)).round() as i32;
        let area = [at(x + 4, bottom - high), at(x + wide - 4, bottom)];
        canvas.draw(&Rectangle::new(area, Y_HAT.filled()))?;
        let colour = if *probability == most { INK } else { FAINT };
        write(canvas, &class.to_string(), (x + wide / 2, bottom + 16), (colour, HPos::Center))?;
    }
    canvas.draw(&PathElement::new([at(left, bottom), at(left + size.0, bottom)], stroke(&FAINT, 1)))?;
    Ok(())
}
