//! Softmax by hand as bars: pre-activations, their exponentials, and the shares of these.

use super::super::examples::row_by_hand;
use crate::figures::Figure;
use crate::figures::drawing::{A, Canvas, INK, RULE, UNIT, Y_HAT, label, polyline, stroke};
use crate::values::fixed;
use anyhow::Result;
use ch03::softmax;
use plotters::prelude::{ChartBuilder, Rectangle};
use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBColor};

pub fn figure() -> Figure {
    Figure {
        name: "softmax-bars",
        title: "Softmax of three pre-activations",
        describe: || {
            let (a, p) = rows();
            let list = |row: &[f64]| row.iter().map(|entry| fixed(*entry, 2)).collect::<Vec<_>>().join(", ");
            let exponentials: Vec<f64> = a.iter().map(|a| a.exp()).collect();
            format!(
                "Three groups of three bars. The pre-activations {}; e to the power of each, {}; and the share that each of these \
                 has in their sum, {}.",
                list(&a),
                list(&exponentials),
                list(&p)
            )
        },
        size: (480, 250),
        draw,
    }
}

/// The pre-activations that the chapter computes by hand, and their probabilities.
fn rows() -> (Vec<f64>, Vec<f64>) {
    let (a, _) = row_by_hand();
    (a.iter().copied().collect(), softmax(&a).into_iter().collect())
}

fn draw(canvas: &Canvas) -> Result<()> {
    let (a, p) = rows();
    let exponentials = a.iter().map(|a| a.exp()).collect();
    let groups: [(&str, Vec<f64>, RGBColor); 3] =
        [("a", a, A), ("exp(a)", exponentials, INK), ("p, the share", p, Y_HAT)];
    for (part, (name, bars, colour)) in canvas.split_evenly((1, 3)).iter().zip(groups) {
        let most = if name.starts_with('p') { 1.0 } else { 2.0 };
        let mut chart = ChartBuilder::on(part)
            .margin_top(46 * UNIT)
            .x_label_area_size(34 * UNIT)
            .margin_left(14 * UNIT)
            .build_cartesian_2d(0.0..3.0, 0.0..most)?;
        for (number, bar) in (0..).zip(bars) {
            let left = f64::from(number) + 0.2;
            let area = [(left, 0.0), (left + 0.6, bar)];
            chart.draw_series([Rectangle::new(area, colour.mix(0.75).filled())])?;
            label(&mut chart, (left + 0.3, bar), (0, -13), &fixed(bar, 2), (INK, HPos::Center))?;
            label(&mut chart, (left + 0.3, 0.0), (0, 18), ["1", "2", "3"][number as usize], (INK, HPos::Center))?;
        }
        polyline(&mut chart, [(0.0, 0.0), (3.0, 0.0)], stroke(&RULE, 1))?;
        label(&mut chart, (1.5, most), (0, -36), name, (INK, HPos::Center))?;
    }
    Ok(())
}
