//! Neurons as circles and arrows: the two steps of one, and a layer of them.

use super::super::examples::{by_hand, length, three_flowers};
use crate::figures::drawing::{A, Canvas, FAINT, INK, UNIT, W, Y_HAT, letters, stroke};
use crate::values::fixed;
use anyhow::Result;
use ch02::{neuron, pre_activation, sign};
use plotters::prelude::{Circle, PathElement, Polygon, Text};
use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBColor};

/// An arrow on the bare canvas.
fn arrow(canvas: &Canvas, from: (i32, i32), to: (i32, i32), style: (RGBColor, u32)) -> Result<()> {
    let (from, to) = ([from.0, from.1].map(|v| f64::from(v * UNIT)), [to.0, to.1].map(|v| f64::from(v * UNIT)));
    let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
    let whole = length(&[dx, dy]);
    let head = f64::from(10 * UNIT);
    let (dx, dy) = (dx / whole * head, dy / whole * head);
    let whole_units = |x: f64, y: f64| (x.round() as i32, y.round() as i32);
    let neck = (to[0] - dx, to[1] - dy);
    let path = [whole_units(from[0], from[1]), whole_units(neck.0, neck.1)];
    canvas.draw(&PathElement::new(path, stroke(&style.0, style.1)))?;
    let wings = [
        whole_units(to[0], to[1]),
        whole_units(neck.0 - dy / 2.0, neck.1 + dx / 2.0),
        whole_units(neck.0 + dy / 2.0, neck.1 - dx / 2.0),
    ];
    canvas.draw(&Polygon::new(wings, style.0.filled()))?;
    Ok(())
}

/// Letters on the bare canvas.
fn write(canvas: &Canvas, at: (i32, i32), text: &str, style: (RGBColor, HPos)) -> Result<()> {
    canvas.draw(&Text::new(text.to_string(), (at.0 * UNIT, at.1 * UNIT), letters(&style.0, style.1)))?;
    Ok(())
}

fn circle(canvas: &Canvas, at: (i32, i32), text: &str, colour: RGBColor) -> Result<()> {
    canvas.draw(&Circle::new((at.0 * UNIT, at.1 * UNIT), 25 * UNIT, stroke(&colour, 2)))?;
    write(canvas, at, text, (INK, HPos::Center))
}

pub fn two_steps(canvas: &Canvas) -> Result<()> {
    let (w, (_, x)) = (by_hand(), &three_flowers()[0]);
    for (i, height) in [30, 95, 160].into_iter().enumerate() {
        let shown = if i == 0 { "x₀ = 1".into() } else { format!("x{} = {}", ["", "₁", "₂"][i], fixed(x[i], 1)) };
        write(canvas, (2, height), &shown, (INK, HPos::Left))?;
        let end = (194, [82, 95, 108][i]);
        arrow(canvas, (82, height), end, (W, 2))?;
        let middle = (134, (height + end.1) / 2 + [-17, -14, 19][i]);
        write(canvas, middle, &fixed(w[i], 0), (W, HPos::Center))?;
    }
    circle(canvas, (222, 95), "Σ", W)?;
    arrow(canvas, (249, 95), (334, 95), (A, 2))?;
    write(canvas, (290, 76), &format!("a = {}", fixed(pre_activation(&w, x), 1)), (A, HPos::Center))?;
    let corners = [(337, 70), (381, 70), (381, 120), (337, 120), (337, 70)].map(|(x, y)| (x * UNIT, y * UNIT));
    canvas.draw(&PathElement::new(corners, stroke(&Y_HAT, 2)))?;
    write(canvas, (359, 95), "f", (INK, HPos::Center))?;
    arrow(canvas, (384, 95), (414, 95), (Y_HAT, 2))?;
    write(canvas, (478, 95), &format!("ŷ = {}", fixed(neuron(&w, x, sign), 0)), (Y_HAT, HPos::Right))?;
    write(canvas, (222, 208), "step 1: add up", (INK, HPos::Center))?;
    write(canvas, (382, 208), "step 2: decide", (INK, HPos::Center))
}

pub fn one_layer(canvas: &Canvas) -> Result<()> {
    let heights = [40, 110, 180];
    for (i, height) in heights.into_iter().enumerate() {
        write(canvas, (14, height), ["x₀ = 1", "x₁", "x₂"][i], (INK, HPos::Left))?;
        arrow(canvas, (78, height), (280, [56, 65, 74][i]), (FAINT, 1))?;
        arrow(canvas, (78, height), (280, [146, 155, 164][i]), (W, 3))?;
    }
    for (neuron, height) in [65, 155].into_iter().enumerate() {
        circle(canvas, (308, height), "f(Σ)", [FAINT, W][neuron])?;
        arrow(canvas, (336, height), (396, height), (Y_HAT, 2))?;
        write(canvas, (404, height), ["ŷ₁", "ŷ₂"][neuron], (Y_HAT, HPos::Left))?;
    }
    write(canvas, (308, 206), "row 2 of W", (W, HPos::Center))
}
