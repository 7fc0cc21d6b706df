//! Ways down: where the walk begins, the lecture's two pictures of the step size, and a valley seen from above.

use super::super::examples::{parabola, parabola_slope, valley, valley_start};
use super::{directions, dots, label, line, points};
use crate::figures::Figure;
use crate::figures::drawing::{Axes, Canvas, INK, INK_DASHED, RULE, W, axes, ring, stroke};
use crate::figures::field::terrain;
use crate::values::fixed;
use anyhow::Result;
use ch05::{descend, distance_factor};
use ndarray::{Array1, Array2, array};
use plotters::style::text_anchor::HPos;

pub fn figures() -> Vec<Figure> {
    vec![
        Figure {
            name: "walk-start",
            title: "An error, and where the walk begins",
            describe: || {
                "A parabola that opens upwards, the error over one weight, with its bottom at w = 3. A dot stands on \
                 it at w = 0, where the error is 9 and the dashed tangent falls steeply to the right."
                    .into()
            },
            size: (480, 310),
            draw: start,
        },
        Figure {
            name: "valley-from-above",
            title: "A valley from above, and a way down",
            describe: || {
                "Ellipses around the point (0, 0), their long axis pointing down to the right: lines of equal error. \
                 A way of eight steps starts at (2, 0), crosses the first ellipse at a right angle, reaches the floor of the \
                 valley within two steps and then follows it to the bottom, with shorter and shorter steps."
                    .into()
            },
            size: (480, 400),
            draw: valley_from_above,
        },
        Figure {
            name: "valley-zigzag",
            title: "The same valley, with larger steps",
            describe: || {
                "The ellipses of the valley once more. From (2, 0) a way of eight steps jumps from one steep wall to the \
                 other and back, with shorter and shorter steps, and at the same time moves along the floor to the \
                 bottom, which a ring marks."
                    .into()
            },
            size: (480, 380),
            draw: valley_zigzag,
        },
        Figure {
            name: "two-step-sizes",
            title: "Steps that are too small, and steps that are too large",
            describe: || {
                "Two parabolas with dots joined by lines. Left: eight small steps on the left side, not half way \
                 down. Right: steps from side to side, each ending higher than it began."
                    .into()
            },
            size: (480, 300),
            draw: two_sizes,
        },
        Figure {
            name: "kinds-of-descent",
            title: "The distance from the bottom, step by step, for four sizes of step",
            describe: || {
                "Four small charts of the distance w − 3 over eight steps, all from −3. Factor 0.9: it shrinks slowly \
                 on one side. Factor 0.1: it is gone after two steps. Factor −0.9: it changes sides at each step and \
                 shrinks slowly. Factor −1.1: it changes sides and grows."
                    .into()
            },
            size: (480, 440),
            draw: kinds,
        },
    ]
}

/// The error over the weights with these curvatures.
fn height(a: &Array2<f64>, w: &Array1<f64>) -> f64 {
    w.dot(&a.dot(w)) / 2.0
}

fn curve_on(chart: &mut Axes, from: f64, to: f64) -> Result<()> {
    let at = |part: i32| from + (to - from) * f64::from(part) / 80.0;
    line(chart, (0..=80).map(|part| (at(part), parabola(at(part)))), (W, 3))
}

fn start(canvas: &Canvas) -> Result<()> {
    let mut chart = axes(canvas, ("weight w", -1.0..7.0, 5), ("error E", 0.0..14.0, 5))?;
    curve_on(&mut chart, -0.7, 6.7)?;
    let slope = parabola_slope(&array![0.0])[0];
    line(&mut chart, [-0.6, 1.3].map(|w| (w, parabola(0.0) + slope * w)), (INK_DASHED, 2))?;
    dots(&mut chart, [(0.0, parabola(0.0))], 6, INK)?;
    label(&mut chart, (0.0, parabola(0.0)), (16, -8), "you are here", (INK, HPos::Left))
}

fn valley_from_above(canvas: &Canvas) -> Result<()> {
    let (a, (start, eta)) = (valley(), valley_start());
    let (x, y) = (-1.1..2.4, -1.7..1.35);
    let mut chart = axes(canvas, ("weight w₁", x.clone(), 5), ("weight w₂", y.clone(), 5))?;
    terrain(&mut chart, (&x, &y), |w1, w2| height(&a, &array![w1, w2]), &[25.0, 17.0, 10.0, 5.0, 2.5, 1.0, 0.2])?;
    for v in directions(&a) {
        line(&mut chart, [-1.0, 1.0].map(|length| (1.15 * length * v[0], 1.15 * length * v[1])), (INK_DASHED, 1))?;
    }
    let way = descend(&|w: &Array1<f64>| a.dot(w), &start, eta, 8);
    line(&mut chart, points(&way), (W, 3))?;
    dots(&mut chart, points(&way), 5, W)?;
    label(&mut chart, (2.0, 0.0), (0, -18), "t = 0", (W, HPos::Center))?;
    label(&mut chart, (way[[1, 0]], way[[1, 1]]), (8, 14), "t = 1", (W, HPos::Left))?;
    label(&mut chart, (0.86, 0.86), (0, -12), "curves most", (INK, HPos::Center))?;
    label(&mut chart, (0.9, -0.93), (0, 20), "curves least", (INK, HPos::Center))
}

fn valley_zigzag(canvas: &Canvas) -> Result<()> {
    let (a, (start, _)) = (valley(), valley_start());
    let (x, y) = (-2.5..2.5, -1.8..1.8);
    let mut chart = axes(canvas, ("weight w₁", x.clone(), 5), ("weight w₂", y.clone(), 3))?;
    terrain(&mut chart, (&x, &y), |w1, w2| height(&a, &array![w1, w2]), &[30.0, 20.0, 10.0, 5.0, 2.5, 1.0, 0.2])?;
    let way = descend(&|w: &Array1<f64>| a.dot(w), &start, 0.23, 8);
    line(&mut chart, points(&way), (W, 2))?;
    dots(&mut chart, points(&way), 5, W)?;
    ring(&mut chart, (0.0, 0.0), 9, stroke(&INK, 2))
}

fn two_sizes(canvas: &Canvas) -> Result<()> {
    let ways = [("η = 0.05", 0.05, 8), ("η = 1.05", 1.05, 4)];
    for ((name, eta, steps), part) in ways.into_iter().zip(canvas.split_evenly((1, 2))) {
        let mut chart = axes(&part, ("weight w", -2.0..8.0, 5), ("", 0.0..26.0, 5))?;
        curve_on(&mut chart, -1.6, 7.6)?;
        let way = descend(&parabola_slope, &array![0.0], eta, steps);
        let on_the_curve: Vec<_> = way.column(0).iter().map(|&w| (w, parabola(w))).collect();
        line(&mut chart, on_the_curve.clone(), (INK, 1))?;
        dots(&mut chart, on_the_curve, 4, INK)?;
        label(&mut chart, (3.0, 24.6), (0, 0), name, (INK, HPos::Center))?;
    }
    Ok(())
}

fn kinds(canvas: &Canvas) -> Result<()> {
    for (eta, part) in [0.05, 0.45, 0.95, 1.05].into_iter().zip(canvas.split_evenly((2, 2))) {
        // Each as large as its own way is.
        let most = if eta > 1.0 { 8.0 } else { 4.0 };
        let mut chart = axes(&part, ("step t", 0.0..8.0, 5), ("", -most..1.4 * most, 5))?;
        line(&mut chart, [(0.0, 0.0), (8.0, 0.0)], (RULE, 1))?;
        let way = descend(&parabola_slope, &array![0.0], eta, 8);
        let distances: Vec<_> = way.column(0).iter().enumerate().map(|(t, w)| (t as f64, w - 3.0)).collect();
        line(&mut chart, distances.clone(), (W, 1))?;
        dots(&mut chart, distances, 4, W)?;
        let factor = fixed(distance_factor(2.0, eta), 1);
        label(&mut chart, (0.3, 1.25 * most), (0, 0), &format!("η = {eta}: factor {factor}"), (INK, HPos::Left))?;
    }
    Ok(())
}
