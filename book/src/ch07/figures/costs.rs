//! What a step costs, in multiplications, as bars.

use super::super::values::multiplications;
use crate::figures::drawing::{Canvas, INK, UNIT, W, letters};
use crate::values::grouped;
use anyhow::Result;
use plotters::prelude::{Polygon, Text};
use plotters::style::Color;
use plotters::style::text_anchor::HPos;

pub fn draw(canvas: &Canvas) -> Result<()> {
    let [forward, by_hand, on_tape, _] = multiplications();
    let bars = [
        ("forward only", forward),
        ("forward and back, by chapter 6’s formulas", by_hand),
        ("forward and back, on the tape", on_tape),
    ];
    for (i, (name, count)) in bars.into_iter().enumerate() {
        let top = 76 * i as i32 + 6;
        let (left, right) = (4, 4 + (370.0 * count / on_tape).round() as i32);
        let corners = [(left, top + 26), (right, top + 26), (right, top + 52), (left, top + 52)];
        canvas.draw(&Text::new(name, (left * UNIT, (top + 12) * UNIT), letters(&INK, HPos::Left)))?;
        canvas.draw(&Polygon::new(corners.map(|(x, y)| (x * UNIT, y * UNIT)), W.mix(0.75).filled()))?;
        let number = Text::new(grouped(count), ((right + 8) * UNIT, (top + 40) * UNIT), letters(&INK, HPos::Left));
        canvas.draw(&number)?;
    }
    Ok(())
}
