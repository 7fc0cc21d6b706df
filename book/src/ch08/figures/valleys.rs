//! Ways through the narrow valley.

use super::super::experiments::{CURVATURES, VALLEY_MU, VALLEY_STEPS, adam_ways, turned, valley_way};
use super::dots;
use crate::figures::Figure;
use crate::figures::drawing::{Axes, Canvas, FAINT, INK, W, Y_HAT, axes, label, polyline, stroke};
use anyhow::Result;
use ndarray::{Array1, Array2, array};
use plotters::style::text_anchor::HPos;
use std::f64::consts::TAU;

pub fn figures() -> Vec<Figure> {
    vec![
        Figure {
            name: "narrow-valley",
            title: "A narrow valley, with and without momentum",
            describe: || {
                "Two views of the same long ellipses around the point (0, 0). Above, without momentum, the way swings across \
                 the valley at first and then creeps along its floor, with ever shorter steps. Below, with momentum, it \
                 swings further, goes along the floor with long steps, rolls past the lowest point and returns to it."
                    .into()
            },
            size: (480, 460),
            draw: narrow,
        },
        Figure {
            name: "adam-valleys",
            title: "Adam in a valley along the axes, and in a turned one",
            describe: || {
                "Two square charts. Left, the long axis of the ellipses is horizontal: Adam comes down at 45 degrees and \
                 then goes along the floor. Right, the ellipses are turned by 45 degrees: Adam's way bends and crosses \
                 the floor of the valley before it reaches the lowest point."
                    .into()
            },
            size: (480, 280),
            draw: adam,
        },
    ]
}

fn pairs(way: &[Array1<f64>]) -> impl Iterator<Item = (f64, f64)> {
    way.iter().map(|w| (w[0], w[1]))
}

/// The ellipses of equal error, turned by a matrix.
fn ellipses(chart: &mut Axes, turn: &Array2<f64>, inside: impl Fn(&(f64, f64)) -> bool) -> Result<()> {
    for height in [0.5_f64, 2.0, 6.0, 12.0, 20.0] {
        let [long, short] = CURVATURES.map(|curvature| (2.0 * height / curvature).sqrt());
        let points: Vec<(f64, f64)> = (0..=180)
            .map(|part| {
                let angle = TAU * f64::from(part) / 180.0;
                let w = turn.dot(&array![long * angle.cos(), short * angle.sin()]);
                (w[0], w[1])
            })
            .collect();
        for part in points.split(|at| !inside(at)).filter(|part| part.len() > 1) {
            polyline(chart, part.to_vec(), stroke(&FAINT, 1))?;
        }
    }
    Ok(())
}

fn narrow(canvas: &Canvas) -> Result<()> {
    for ((mu, name), part) in
        [(0.0, "without momentum"), (VALLEY_MU, "with momentum")].into_iter().zip(canvas.split_evenly((2, 1)))
    {
        let mut chart = axes(&part, ("weight w₁", -5.0..3.0, 5), ("weight w₂", -1.6..1.6, 3))?;
        ellipses(&mut chart, &Array2::eye(2), |(x, y)| (-5.0..=3.0).contains(x) && (-1.6..=1.6).contains(y))?;
        let way = valley_way(mu, VALLEY_STEPS);
        let inside = |(x, y): &(f64, f64)| (-5.0..=3.0).contains(x) && (-1.6..=1.6).contains(y);
        polyline(&mut chart, pairs(&way), stroke(&W, 2))?;
        dots(&mut chart, pairs(&way).filter(inside), 3, W)?;
        dots(&mut chart, [(0.0, 0.0)], 5, Y_HAT)?;
        label(&mut chart, (2.9, 1.35), (0, 0), name, (INK, HPos::Right))?;
    }
    Ok(())
}

fn adam(canvas: &Canvas) -> Result<()> {
    for ((way, turn), part) in adam_ways().iter().zip([Array2::eye(2), turned()]).zip(canvas.split_evenly((1, 2))) {
        let mut chart = axes(&part, ("weight w₁", -5.0..3.0, 3), ("", -4.0..4.0, 5))?;
        ellipses(&mut chart, &turn, |(x, y)| (-5.0..=3.0).contains(x) && (-4.0..=4.0).contains(y))?;
        polyline(&mut chart, pairs(way), stroke(&W, 3))?;
        dots(&mut chart, pairs(way).step_by(10), 4, W)?;
        dots(&mut chart, [(0.0, 0.0)], 5, Y_HAT)?;
    }
    Ok(())
}
