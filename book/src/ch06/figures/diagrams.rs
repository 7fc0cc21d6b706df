//! Networks and computations as boxes, circles and arrows: weights, slopes, the way forward and the way back.

use super::super::examples::{untrained, xor};
use super::super::values::values;
use crate::figures::diagram::{arrow, at, write};
use crate::figures::drawing::{A, Canvas, FAINT, H, INK, INK_DASHED, UNIT, W, W_DASHED, X, Y, Y_HAT, stroke};
use crate::values::fixed;
use anyhow::Result;
use ch06::{backward, forward};
use ndarray::{Array2, s};
use plotters::prelude::{Circle, PathElement};
use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBColor};

/// The sample (0, 1) of XOR, whose answer is 1.
pub fn one_sample() -> (Array2<f64>, Array2<f64>) {
    let (x, y) = xor();
    (x.slice(s![1..2, ..]).to_owned(), y.slice(s![1..2, ..]).to_owned())
}

/// The slopes of the error of that sample.
pub fn blame() -> (Array2<f64>, Array2<f64>) {
    let (network, (x, y)) = (untrained(), one_sample());
    let slopes = backward(&network, &forward(&network, &x), &x, &y);
    (slopes.w1, slopes.w2)
}

/// The network for XOR with a line for each entry of these matrices: as thick as the entry is large, compared with
/// `largest`; dashed where it is negative, faint where it is 0.
pub fn web(canvas: &Canvas, w1: &Array2<f64>, w2: &Array2<f64>, largest: f64) -> Result<()> {
    const RADIUS: f64 = 20.0;
    let (inputs, hidden, output) = ([60, 160, 260], [30, 110, 190, 270], (400, 160));
    let (left, middle) = (70, 235);
    let edge = |from: (i32, i32), to: (i32, i32), weight: f64| -> Result<()> {
        let (dx, dy) = (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
        let reach = RADIUS / dx.hypot(dy);
        let between = |part: f64| {
            [f64::from(from.0) + part * dx, f64::from(from.1) + part * dy]
                .map(|v| (v * f64::from(UNIT)).round() as i32)
                .into()
        };
        let colour = if weight == 0.0 {
            FAINT
        } else if weight > 0.0 {
            W
        } else {
            W_DASHED
        };
        let width = f64::from(UNIT) * if weight == 0.0 { 0.5 } else { 1.0 + 7.0 * weight.abs() / largest };
        let ends = [between(reach), between(1.0 - reach)];
        canvas.draw(&PathElement::new(ends, colour.stroke_width(width.round() as u32)))?;
        Ok(())
    };
    for ((j, i), &weight) in w1.indexed_iter() {
        edge((left, inputs[i]), (middle, hidden[j + 1]), weight)?;
    }
    for ((_, i), &weight) in w2.indexed_iter() {
        edge((middle, hidden[i]), output, weight)?;
    }
    let (x, _) = one_sample();
    let answer = forward(&untrained(), &x).y_hat[[0, 0]];
    let node = |place: (i32, i32), text: &str, colour: RGBColor| -> Result<()> {
        canvas.draw(&Circle::new(at(place.0, place.1), RADIUS as i32 * UNIT, stroke(&colour, 2)))?;
        write(canvas, text, place, (colour, HPos::Center))
    };
    for (y, value) in inputs.into_iter().zip(&x) {
        node((left, y), &fixed(*value, 0), INK)?;
    }
    write(canvas, "x₂", (28, inputs[1]), (INK, HPos::Center))?;
    write(canvas, "x₃", (28, inputs[2]), (INK, HPos::Center))?;
    for (y, text) in hidden.into_iter().zip(["1", "h₁", "h₂", "h₃"]) {
        node((middle, y), text, if text == "1" { INK } else { H })?;
    }
    node(output, "ŷ", Y_HAT)?;
    write(canvas, &format!("is {}", fixed(answer, 2)), (output.0, output.1 + 40), (Y_HAT, HPos::Center))?;
    write(canvas, "should be 1", (output.0, output.1 + 64), (Y, HPos::Center))?;
    write(canvas, "solid: above 0, dashed: below 0", (240, 330), (INK, HPos::Center))
}

pub fn one_neuron(canvas: &Canvas) -> Result<()> {
    let values = values();
    let value = |name: &str| values[name].clone();
    let pair = |name: &str| format!("{}, {}", value(&format!("{name}1")), value(&format!("{name}2")));
    let boxes = [
        (46, W, format!("w: {}", pair("train.neuron.w")), format!("x: {}", pair("train.neuron.x"))),
        (176, A, "a".into(), value("train.neuron.a")),
        (302, Y_HAT, "ŷ".into(), value("train.neuron.yhat")),
        (432, INK, "E".into(), value("train.neuron.e")),
    ];
    for (x, colour, first, second) in boxes {
        let (left, right, top, bottom) = (x - 43, x + 43, 46, 106);
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
        canvas.draw(&PathElement::new(corners.map(|(x, y)| at(x, y)), stroke(&colour, 2)))?;
        write(canvas, &first, (x, 64), (colour, HPos::Center))?;
        write(canvas, &second, (x, 88), (colour, HPos::Center))?;
    }
    for (from, to, text) in [(89, 133, "wᵀx"), (219, 259, "σ"), (345, 389, "(ŷ − y)²")] {
        arrow(canvas, (from, 76), (to, 76), &INK, &INK)?;
        write(canvas, text, ((from + to) / 2, 26), (INK, HPos::Center))?;
    }
    for (x, colour, first, second) in [
        (52, W, "∂E/∂w", pair("train.neuron.g")),
        (176, A, "∂E/∂a", value("train.neuron.da")),
        (302, Y_HAT, "∂E/∂ŷ", value("train.neuron.de")),
        (432, INK, "start", "1".into()),
    ] {
        write(canvas, first, (x, 206), (colour, HPos::Center))?;
        write(canvas, &second, (x, 230), (colour, HPos::Center))?;
    }
    // What each step back multiplies by stands above its arrow, as the function does on the way forward.
    for (from, to, text) in [
        (146, 96, "times x".to_string()),
        (268, 212, format!("times {}", value("train.neuron.slope"))),
        (408, 338, format!("times {}", value("train.neuron.de"))),
    ] {
        arrow(canvas, (from, 206), (to, 206), &INK, &INK)?;
        write(canvas, &text, ((from + to) / 2, 168), (INK, HPos::Center))?;
    }
    write(canvas, "forward", (2, 130), (FAINT, HPos::Left))?;
    write(canvas, "back", (2, 168), (FAINT, HPos::Left))
}

/// A box with a name and a shape under it.
fn place(canvas: &Canvas, (x, y): (i32, i32), half: i32, name: &str, shape: &str, colour: RGBColor) -> Result<()> {
    let (left, right, top, bottom) = (x - half, x + half, y - 25, y + 25);
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
    canvas.draw(&PathElement::new(corners.map(|(x, y)| at(x, y)), stroke(&colour, 2)))?;
    write(canvas, name, (x, y - if shape.is_empty() { 0 } else { 11 }), (colour, HPos::Center))?;
    write(canvas, shape, (x, y + 12), (colour, HPos::Center))
}

pub fn both_ways(canvas: &Canvas) -> Result<()> {
    const LEFT: i32 = 62;
    const MIDDLE: i32 = 236;
    const RIGHT: i32 = 418;
    let rows = [34, 134, 234, 334, 434, 534];
    let forwards = [
        ("X", "(n, k)", X),
        ("A₁", "(n, d)", A),
        ("H", "(n, d + 1)", H),
        ("A₂", "(n, m)", A),
        ("Ŷ", "(n, m)", Y_HAT),
        ("E", "", INK),
    ];
    for (y, (name, shape, colour)) in rows.into_iter().zip(forwards) {
        place(canvas, (LEFT, y), 50, name, shape, colour)?;
    }
    for (y, text) in rows.into_iter().zip(["times W₁ᵀ", "tanh", "times W₂ᵀ", "fₒ", "error"]) {
        arrow(canvas, (LEFT, y + 25), (LEFT, y + 75), &INK, &INK)?;
        write(canvas, text, (LEFT + 12, y + 50), (INK, HPos::Left))?;
    }
    for (y, name, shape, colour) in
        [(rows[1], "∂E/∂A₁", "(n, d)", A), (rows[2], "∂E/∂H", "(n, d)", H), (rows[3], "∂E/∂A₂", "(n, m)", A)]
    {
        place(canvas, (RIGHT, y), 50, name, shape, colour)?;
    }
    // From the error to the right column, and up.
    canvas.draw(&PathElement::new([at(LEFT + 50, rows[5]), at(RIGHT, rows[5])], stroke(&INK, 2)))?;
    arrow(canvas, (RIGHT, rows[5]), (RIGHT, rows[3] + 25), &INK, &INK)?;
    for (y, text) in [(rows[2] + 50, "times W₂"), (rows[1] + 50, "⊙ (1 − h²)")] {
        arrow(canvas, (RIGHT, y + 25), (RIGHT, y - 25), &INK, &INK)?;
        write(canvas, text, (RIGHT - 12, y), (INK, HPos::Right))?;
    }
    write(canvas, "slope of", (RIGHT - 12, rows[4] + 32), (INK, HPos::Right))?;
    write(canvas, "error and fₒ", (RIGHT - 12, rows[4] + 56), (INK, HPos::Right))?;
    // The slopes for the weights: what came in meets what comes back.
    for (y, name, shape) in [(rows[0] + 24, "∂E/∂W₁", "(d, k)"), (rows[2] + 40, "∂E/∂W₂", "(m, d + 1)")] {
        place(canvas, (MIDDLE, y), 54, name, shape, W)?;
    }
    arrow(canvas, (LEFT + 50, rows[0] + 10), (MIDDLE - 54, rows[0] + 18), &INK_DASHED, &INK)?;
    arrow(canvas, (RIGHT - 30, rows[1] - 25), (MIDDLE + 54, rows[0] + 30), &INK, &INK)?;
    arrow(canvas, (LEFT + 50, rows[2] + 10), (MIDDLE - 54, rows[2] + 30), &INK_DASHED, &INK)?;
    arrow(canvas, (RIGHT - 50, rows[3] - 6), (MIDDLE + 54, rows[2] + 58), &INK, &INK)?;
    // What else the way back takes from the cache.
    arrow(canvas, (LEFT + 50, rows[2] - 12), (RIGHT - 76, rows[1] + 51), &INK_DASHED, &INK)?;
    arrow(canvas, (LEFT + 50, rows[4]), (RIGHT - 4, rows[4] - 20), &INK_DASHED, &INK)?;
    write(canvas, "dashed: from the cache", (240, 576), (INK, HPos::Center))
}
