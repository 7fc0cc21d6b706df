//! What networks with one feature answer: straight and bent lines, steps, bumps, and the curve that bumps follow.

use super::super::examples::{
    BUMPS, FROM, TO, allowed_error, identity, largest_error, outputs, outputs_with, relu, wave,
};
use super::label;
use crate::figures::drawing::{
    Axes, Canvas, H, INK, INK_DASHED, UNIT, W, W_DASHED, Y, Y_DASHED, Y_HAT, axes, polyline, stroke,
};
use anyhow::Result;
use ch04::{bump, network, soft_step};
use ndarray::{Array1, array};
use plotters::prelude::Circle;
use plotters::style::text_anchor::HPos;
use plotters::style::{Color, ShapeStyle};

/// The curve of `f` from one end to the other.
fn plot(chart: &mut Axes, (from, to): (f64, f64), f: impl Fn(f64) -> f64, style: ShapeStyle) -> Result<()> {
    let x = (0..=400).map(|place| from + (to - from) * f64::from(place) / 400.0);
    polyline(chart, x.map(|x| (x, f(x))), style)?;
    Ok(())
}

pub fn question(canvas: &Canvas) -> Result<()> {
    let mut chart = axes(canvas, ("x", FROM..TO, 7), ("y", -2.5..2.0, 5))?;
    plot(&mut chart, (FROM, TO), wave, stroke(&Y, 3))?;
    plot(&mut chart, (0.5, 3.5), |x| soft_step(x, 2.0, 4.0) - 2.0, stroke(&INK_DASHED, 2))?;
    label(&mut chart, (1.4, wave(1.4)), (26, -8), "the curve", (Y, HPos::Left))?;
    label(&mut chart, (1.75, -1.45), (-8, 0), "a sigmoid", (INK, HPos::Right))
}

pub fn straight_and_bent(canvas: &Canvas) -> Result<()> {
    let (w1, w2) = (array![[1.0, 1.0], [-1.0, 1.0]], array![[1.0, -2.0]]);
    let answer = |x: f64, f_h| network(&w1, &w2, &array![1.0, x], f_h, identity)[0];
    let mut chart = axes(canvas, ("feature x", -3.0..3.0, 7), ("output ŷ", -1.0..6.0, 8))?;
    polyline(&mut chart, [-3.0, 3.0].map(|x| (x, answer(x, identity))), stroke(&INK_DASHED, 2))?;
    plot(&mut chart, (-3.0, 3.0), |x| answer(x, relu), stroke(&Y_HAT, 3))?;
    label(&mut chart, (-1.6, answer(-1.6, identity)), (8, -10), "without an activation", (INK, HPos::Left))?;
    label(&mut chart, (-2.8, 0.0), (0, -16), "with ReLU", (Y_HAT, HPos::Left))
}

pub fn soft_steps(canvas: &Canvas) -> Result<()> {
    let mut chart = axes(canvas, ("x", 0.0..4.0, 5), ("σ(s · (x − 2))", 0.0..1.1, 3))?;
    for (steepness, width) in [(1.0, 2), (5.0, 2), (80.0, 3)] {
        plot(&mut chart, (0.0, 4.0), |x| soft_step(x, 2.0, steepness), stroke(&H, width))?;
    }
    label(&mut chart, (1.0, soft_step(1.0, 2.0, 1.0)), (-6, -14), "s = 1", (INK, HPos::Right))?;
    label(&mut chart, (2.42, 0.82), (0, 0), "s = 5", (INK, HPos::Left))?;
    label(&mut chart, (2.0, 1.0), (-10, 4), "s = 80", (INK, HPos::Right))
}

pub fn two_steps(canvas: &Canvas) -> Result<()> {
    let (left, right, steepness) = (1.5, 3.5, 30.0);
    let parts = canvas.split_evenly((2, 1));
    let ends = (0.0, 5.0);
    {
        let mut chart = axes(&parts[0], ("", 0.0..5.0, 6), ("", -1.2..1.2, 3))?;
        plot(&mut chart, ends, |x| soft_step(x, left, steepness), stroke(&H, 3))?;
        plot(&mut chart, ends, |x| -soft_step(x, right, steepness), stroke(&W_DASHED, 3))?;
        label(&mut chart, (left, 0.7), (12, 0), "a step up", (H, HPos::Left))?;
        label(&mut chart, (right, -0.7), (-12, 0), "a step down", (W, HPos::Right))?;
    }
    let mut chart = axes(&parts[1], ("", 0.0..5.0, 6), ("", -1.2..1.2, 3))?;
    plot(&mut chart, ends, |x| bump(x, left, right, 1.0, steepness), stroke(&Y_HAT, 3))?;
    label(&mut chart, (2.5, 0.7), (0, 0), "their sum", (Y_HAT, HPos::Center))
}

pub fn bumps_follow(canvas: &Canvas) -> Result<()> {
    for (bumps, part) in [8, 32].into_iter().zip(canvas.split_evenly((2, 1))) {
        let mut chart = axes(&part, ("", FROM..TO, 7), ("", -2.0..2.0, 5))?;
        let x = Array1::from_shape_fn(1201, |place| FROM + (TO - FROM) * place as f64 / 1200.0);
        let y_hat = outputs(&x, bumps);
        polyline(&mut chart, x.iter().copied().zip(y_hat), stroke(&Y_HAT, 3))?;
        plot(&mut chart, (FROM, TO), wave, stroke(&INK_DASHED, 2))?;
        label(&mut chart, (2.4, 1.5), (0, 0), &format!("{bumps} bumps, {} neurons", 2 * bumps), (INK, HPos::Left))?;
    }
    Ok(())
}

pub fn eight_bumps(canvas: &Canvas) -> Result<()> {
    let (bumps, steepness) = (8, 50.0);
    let mut chart = axes(canvas, ("feature x", FROM..TO, 7), ("", -2.0..2.5, 5))?;
    let width = (TO - FROM) / (bumps - 1) as f64;
    let centres = || (0..bumps).map(|b| FROM + b as f64 * width);
    for c in centres() {
        let one = |x| bump(x, c - width / 2.0, c + width / 2.0, wave(c), steepness);
        plot(&mut chart, (FROM, TO), one, stroke(&H, 1))?;
    }
    plot(&mut chart, (FROM, TO), wave, stroke(&Y_DASHED, 2))?;
    let x = Array1::from_shape_fn(1201, |place| FROM + (TO - FROM) * place as f64 / 1200.0);
    let y_hat = outputs_with(&x, bumps, steepness);
    polyline(&mut chart, x.iter().copied().zip(y_hat), stroke(&Y_HAT, 3))?;
    chart.draw_series(centres().map(|c| Circle::new((c, wave(c)), 6 * UNIT, W.filled())))?;
    label(&mut chart, (1.35, wave(1.35)), (8, -8), "curve y", (INK, HPos::Left))?;
    label(&mut chart, (4.95, -1.55), (0, 0), "output ŷ", (INK, HPos::Left))?;
    label(&mut chart, (3.9, -0.9), (-6, 0), "a bump", (H, HPos::Right))
}

pub fn error_falls(canvas: &Canvas) -> Result<()> {
    let mut chart = axes(canvas, ("hidden neurons d", 0.0..170.0, 5), ("largest error", 0.0..2.0, 5))?;
    let allowed = (90..=1700).step_by(10).map(|d| f64::from(d) / 10.0);
    // Between whole numbers of bumps the formula is the same.
    let at = |d: f64| allowed_error(5) * 4.0 / (d / 2.0 - 1.0);
    polyline(&mut chart, allowed.map(|d| (d, at(d))).filter(|p| p.1 <= 2.0), stroke(&INK_DASHED, 2))?;
    chart.draw_series(BUMPS.map(|b| Circle::new((2.0 * b as f64, largest_error(b)), 5 * UNIT, W.filled())))?;
    label(&mut chart, (20.0, 1.1), (0, 0), "at most this much", (INK, HPos::Left))?;
    label(&mut chart, (3.0, 0.2), (0, 0), "measured", (W, HPos::Left))
}
