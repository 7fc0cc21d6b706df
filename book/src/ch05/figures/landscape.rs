//! An error with two valleys, the pass between them, and a plateau around them.

use super::{dots, label, line, points};
use crate::figures::Figure;
use crate::figures::drawing::{Canvas, INK, UNIT, W, axes, stroke};
use crate::figures::field::terrain;
use anyhow::Result;
use ch05::{descend, numeric_gradient};
use ndarray::{Array1, array};
use plotters::prelude::Cross;
use plotters::style::text_anchor::HPos;

pub fn figure() -> Figure {
    Figure {
        name: "two-valleys",
        title: "Two valleys, a pass and a plateau",
        describe: || {
            "The ground from above, the stronger the shade, the lower: a deep valley on the left, a shallower one on the right, and level ground \
             around both. A cross marks the pass between them. Two walks begin near each other, on either side of the ridge that \
             leads to the pass, and end in different valleys. A third begins in a corner of the level ground, and hardly moves."
                .into()
        },
        size: (480, 360),
        draw,
    }
}

/// How high the ground is.
fn height(w: &Array1<f64>) -> f64 {
    let hollow = |(w1, w2): (f64, f64), size: f64| (-((w[0] - w1).powi(2) + (w[1] - w2).powi(2)) / size).exp();
    2.0 - 1.6 * hollow((-1.1, -0.3), 0.9) - 1.1 * hollow((1.2, 0.3), 0.7)
}

/// Where the ground is highest on the way from one valley to the other.
fn pass() -> (f64, f64) {
    let way = (0..=1000).map(|part| f64::from(part) / 1000.0).map(|share| (-1.1 + 2.3 * share, -0.3 + 0.6 * share));
    way.max_by(|a, b| height(&array![a.0, a.1]).total_cmp(&height(&array![b.0, b.1]))).unwrap_or_default()
}

fn draw(canvas: &Canvas) -> Result<()> {
    let (x, y) = (-3.0..3.0, -2.0..2.0);
    let mut chart = axes(canvas, ("weight w₁", x.clone(), 7), ("weight w₂", y.clone(), 5))?;
    let heights: Vec<f64> = (0..7).map(|part| 1.97 - 0.24 * f64::from(part)).collect();
    terrain(&mut chart, (&x, &y), |w1, w2| height(&array![w1, w2]), &heights)?;
    for start in [(-0.3, 1.1), (0.2, 1.3), (-2.7, 1.7)] {
        let way = descend(&|w| numeric_gradient(&height, w), &array![start.0, start.1], 0.2, 25);
        line(&mut chart, points(&way), (W, 2))?;
        dots(&mut chart, points(&way), 3, W)?;
        dots(&mut chart, [start], 5, W)?;
    }
    chart.draw_series([Cross::new(pass(), 6 * UNIT, stroke(&INK, 3))])?;
    label(&mut chart, pass(), (0, 24), "a pass", (INK, HPos::Center))?;
    label(&mut chart, (-2.6, 1.7), (10, 0), "level ground", (INK, HPos::Left))
}
