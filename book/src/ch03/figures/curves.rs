//! Activation functions, each with its slope.

use super::super::examples::by_hand;
use crate::figures::drawing::{Axes, Canvas, FAINT, H, INK, INK_DASHED, UNIT, axes, letters, polyline, stroke};
use anyhow::Result;
use ch03::given::{identity, identity_derivative, sign, sign_derivative};
use ch03::{relu, sigmoid, sigmoid_derivative, tanh, tanh_derivative};
use plotters::prelude::{Circle, EmptyElement, Text};
use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBColor};
use std::ops::Range;

/// A function of one number, and its derivative.
pub type Pair = (fn(f64) -> f64, fn(f64) -> f64);

pub fn curve(chart: &mut Axes, f: impl Fn(f64) -> f64, x: Range<f64>, style: (&RGBColor, u32)) -> Result<()> {
    let points = (0..=240).map(|step| x.start + (x.end - x.start) * f64::from(step) / 240.0);
    polyline(chart, points.map(|a| (a, f(a))), stroke(style.0, style.1))?;
    Ok(())
}

/// Letters at a point.
pub fn label(chart: &mut Axes, at: (f64, f64), text: &str, style: (RGBColor, HPos)) -> Result<()> {
    let text = Text::new(text.to_string(), (0, 0), letters(&style.0, style.1));
    chart.draw_series([EmptyElement::at(at) + text])?;
    Ok(())
}

fn dot(chart: &mut Axes, at: (f64, f64), colour: RGBColor) -> Result<()> {
    chart.draw_series([Circle::new(at, 5 * UNIT, colour.filled())])?;
    Ok(())
}

fn open_dot(chart: &mut Axes, at: (f64, f64)) -> Result<()> {
    chart.draw_series([Circle::new(at, 5 * UNIT, stroke(&INK, 2))])?;
    Ok(())
}

pub fn three_activations(canvas: &Canvas) -> Result<()> {
    let mut chart = axes(canvas, ("pre-activation a", -4.0..4.0, 9), ("activation f(a)", -1.5..3.0, 9))?;
    curve(&mut chart, sigmoid, -4.0..4.0, (&INK, 3))?;
    curve(&mut chart, tanh, -4.0..4.0, (&H, 3))?;
    curve(&mut chart, relu, -4.0..3.0, (&INK_DASHED, 3))?;
    label(&mut chart, (1.55, 2.55), "ReLU", (INK, HPos::Right))?;
    label(&mut chart, (-1.0, 0.62), "sigmoid", (INK, HPos::Right))?;
    label(&mut chart, (-1.0, -1.15), "tanh", (H, HPos::Left))
}

pub fn identity_and_sign(canvas: &Canvas) -> Result<()> {
    let parts = canvas.split_evenly((1, 2));
    let mut chart = axes(&parts[0], ("identity", -2.0..2.0, 5), ("", -2.0..2.0, 5))?;
    curve(&mut chart, identity, -2.0..2.0, (&H, 3))?;
    curve(&mut chart, identity_derivative, -2.0..2.0, (&INK_DASHED, 2))?;
    label(&mut chart, (-1.2, -0.5), "f", (H, HPos::Right))?;
    label(&mut chart, (-1.2, 1.3), "f′", (INK, HPos::Center))?;
    let mut chart = axes(&parts[1], ("sign", -2.0..2.0, 5), ("", -2.0..2.0, 5))?;
    for side in [-2.0..-0.001, 0.001..2.0] {
        curve(&mut chart, sign, side, (&H, 3))?;
    }
    for end in [-1.0, 1.0] {
        chart.draw_series([Circle::new((0.0, end), 5 * UNIT, stroke(&H, 2))])?;
    }
    curve(&mut chart, sign_derivative, -2.0..2.0, (&INK_DASHED, 2))?;
    dot(&mut chart, (0.0, sign(0.0)), H)?;
    label(&mut chart, (1.2, 1.3), "f", (H, HPos::Center))?;
    label(&mut chart, (-1.2, 0.3), "f′", (INK, HPos::Center))
}

pub fn rectifier(canvas: &Canvas, (f, derivative): Pair, name: &str) -> Result<()> {
    let mut chart = axes(canvas, ("pre-activation a", -3.0..3.0, 7), ("f(a) and f′(a)", -0.5..2.5, 7))?;
    curve(&mut chart, f, -3.0..0.0, (&H, 3))?;
    curve(&mut chart, f, 0.0..2.5, (&H, 3))?;
    curve(&mut chart, derivative, -3.0..0.0, (&INK_DASHED, 2))?;
    curve(&mut chart, derivative, 0.001..3.0, (&INK_DASHED, 2))?;
    dot(&mut chart, (0.0, derivative(0.0)), INK)?;
    open_dot(&mut chart, (0.0, derivative(0.001)))?;
    label(&mut chart, (1.75, 2.05), &format!("{name} f"), (H, HPos::Right))?;
    label(&mut chart, (-0.25, 1.0), "slope f′", (INK, HPos::Right))
}

pub fn sigmoid_and_slope(canvas: &Canvas) -> Result<()> {
    let mut chart = axes(canvas, ("pre-activation a", -6.0..6.0, 7), ("f(a) and f′(a)", 0.0..1.1, 3))?;
    curve(&mut chart, sigmoid, -6.0..6.0, (&H, 3))?;
    curve(&mut chart, sigmoid_derivative, -6.0..6.0, (&INK_DASHED, 2))?;
    for a in &by_hand()[1..] {
        dot(&mut chart, (*a, sigmoid(*a)), H)?;
    }
    label(&mut chart, (-0.8, 0.62), "sigmoid f", (H, HPos::Right))?;
    label(&mut chart, (5.9, 0.3), "slope f′", (INK, HPos::Right))
}

pub fn tanh_and_slope(canvas: &Canvas) -> Result<()> {
    let mut chart = axes(canvas, ("pre-activation a", -6.0..6.0, 7), ("f(a) and f′(a)", -1.0..1.15, 5))?;
    curve(&mut chart, tanh, -6.0..6.0, (&H, 3))?;
    curve(&mut chart, tanh_derivative, -6.0..6.0, (&INK_DASHED, 2))?;
    label(&mut chart, (0.2, -0.6), "tanh f", (H, HPos::Left))?;
    label(&mut chart, (-1.2, 0.7), "slope f′", (INK, HPos::Right))
}

/// Softplus and SiLU, each beside the ReLU that it rounds off.
pub fn smooth(canvas: &Canvas, (f, derivative): Pair, name: &str, name_at: (f64, f64)) -> Result<()> {
    let mut chart = axes(canvas, ("pre-activation a", -5.0..5.0, 11), ("f(a) and f′(a)", -1.0..4.0, 6))?;
    curve(&mut chart, relu, -5.0..4.0, (&FAINT, 2))?;
    curve(&mut chart, derivative, -5.0..5.0, (&INK_DASHED, 2))?;
    curve(&mut chart, f, -5.0..3.97, (&H, 3))?;
    label(&mut chart, name_at, &format!("{name} f"), (H, HPos::Right))?;
    label(&mut chart, (4.9, 0.55), "slope f′", (INK, HPos::Right))?;
    label(&mut chart, (2.1, 1.6), "ReLU", (FAINT, HPos::Left))
}
