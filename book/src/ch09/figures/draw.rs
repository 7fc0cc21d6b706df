//! The moving figure as it stands still: a drawing, the image made of it, the hidden activations, the probabilities.

use super::super::experiments::shown;
use super::super::widget::{PAD as DOTS, bitmap, three};
use crate::figures::Figure;
use crate::figures::diagram::{at, write};
use crate::figures::drawing::{Canvas, FAINT, H, INK, INK_CELL, RULE, UNIT, W, Y_HAT, stroke};
use crate::values::fixed;
use anyhow::Result;
use ch09::given::{Forward, forward, inputs, without_bias};
use ch09::{softmax_rows, to_picture, what_it_sees};
use ndarray::Array2;
use plotters::prelude::{PathElement, Rectangle};
use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBColor, ShapeStyle};

/// The pen that the figure begins with.
const PEN: f64 = 6.0;
/// The pad, and the upper left corners of picture, activations and weights, and their side.
const PAD: i32 = 212;
const TOP: i32 = 24;
const BELOW: (i32, [i32; 3], i32) = (274, [0, 166, 332], 148);
const BARS: (i32, i32, i32) = (258, 172, 436);

/// The picture of the drawing, and what the network computes for it.
fn read() -> (Array2<f64>, Forward) {
    let picture = to_picture(&bitmap(PEN, &three()));
    let row = picture.to_shape((1, 64)).expect("64 pixels").to_owned();
    let pass = forward(&shown().network, &inputs(&row));
    (picture, pass)
}

pub fn figures() -> Vec<Figure> {
    vec![Figure {
        name: "draw",
        title: "A drawn digit on its way through the network",
        describe,
        size: (480, 424),
        draw,
    }]
}

fn describe() -> String {
    let probabilities = softmax_rows(&read().1.logits);
    format!(
        "A small 3 in the upper right corner of a square pad. Of it an image of 8 times 8 grey pixels has been made, which the 3 \
         fills from top to bottom. Then 32 short bars up and down, the hidden activations, and the weights of one hidden \
         neuron as filled and hollow squares. Of ten bars, one for each digit, that of the 3 is the longest: {}.",
        fixed(probabilities[[0, 3]], 2)
    )
}

fn draw(canvas: &Canvas) -> Result<()> {
    let (picture, pass) = read();
    drawing(canvas)?;
    probabilities(canvas, &softmax_rows(&pass.logits))?;
    let (top, [left, middle, right], side) = BELOW;
    let h = without_bias(&pass.h);
    let loudest = (0..h.len()).max_by(|&i, &j| h[[0, i]].abs().total_cmp(&h[[0, j]].abs())).unwrap_or_default();
    let whose = format!("weights of {loudest}");
    for (x, name) in [(left, "8 × 8 image"), (middle, "hidden neurons"), (right, whose.as_str())] {
        write(canvas, name, (x, top - 12), (INK, HPos::Left))?;
    }
    frame(canvas, (left, top), side)?;
    for ((row, column), ink) in picture.indexed_iter().filter(|(_, ink)| **ink > 0.05) {
        square(canvas, (left, top), (row, column), 1.0, INK_CELL.mix(ink / 16.0).filled())?;
    }
    for (j, &activation) in h.iter().enumerate() {
        activation_bar(canvas, (middle, top), j, activation)?;
    }
    frame(canvas, (right, top), side)?;
    let weights = what_it_sees(&shown().network.w1, loudest);
    let largest = weights.fold(0.0, |largest: f64, w| largest.max(w.abs()));
    for (place, &w) in weights.indexed_iter() {
        let size = 0.9 * (w.abs() / largest).sqrt();
        let style = if w > 0.0 { W.filled() } else { stroke(&W, 1) };
        square(canvas, (right, top), place, size, style)?;
    }
    Ok(())
}

fn frame(canvas: &Canvas, (x, y): (i32, i32), side: i32) -> Result<()> {
    canvas.draw(&Rectangle::new([at(x, y), at(x + side, y + side)], stroke(&RULE, 1)))?;
    Ok(())
}

/// A square in the middle of a pixel, of this size in pixels.
fn square(canvas: &Canvas, from: (i32, i32), place: (usize, usize), size: f64, style: ShapeStyle) -> Result<()> {
    let pixel = f64::from(BELOW.2 * UNIT) / 8.0;
    let corner = |end: f64| {
        let along = |from: i32, i: usize| from * UNIT + (pixel * (i as f64 + 0.5 + end * size / 2.0)).round() as i32;
        (along(from.0, place.1), along(from.1, place.0))
    };
    canvas.draw(&Rectangle::new([corner(-1.0), corner(1.0)], style))?;
    Ok(())
}

fn drawing(canvas: &Canvas) -> Result<()> {
    write(canvas, "the pad", (0, TOP - 12), (INK, HPos::Left))?;
    let dot = f64::from(PAD * UNIT) / DOTS as f64;
    let ink = INK.stroke_width((PEN * dot).round() as u32);
    for line in three() {
        let place = |[x, y]: [f64; 2]| ((x * dot).round() as i32, TOP * UNIT + (y * dot).round() as i32);
        // As it is: a path would leave out points that a fine pen does not show.
        canvas.draw(&PathElement::new(line.into_iter().map(place).collect::<Vec<_>>(), ink))?;
    }
    canvas.draw(&Rectangle::new([at(0, TOP), at(PAD, TOP + PAD)], stroke(&INK, 1)))?;
    Ok(())
}

fn probabilities(canvas: &Canvas, probabilities: &Array2<f64>) -> Result<()> {
    let (left, width, numbers) = BARS;
    write(canvas, "probabilities", (left, TOP - 12), (INK, HPos::Left))?;
    for (digit, &p) in probabilities.iter().enumerate() {
        let top = TOP + 21 * digit as i32;
        let bar = |share: f64, style| {
            Rectangle::new([at(left, top + 4), at(left + (f64::from(width) * share).round() as i32, top + 18)], style)
        };
        write(canvas, &digit.to_string(), (left - 12, top + 11), (INK, HPos::Center))?;
        canvas.draw(&bar(1.0, RULE.mix(0.5).filled()))?;
        canvas.draw(&bar(p, Y_HAT.filled()))?;
        write(canvas, &fixed(p, 2), (numbers, top + 11), (FAINT, HPos::Left))?;
    }
    Ok(())
}

/// Eight activations in a row: up from the middle for positive ones, down for negative ones.
fn activation_bar(canvas: &Canvas, (x, y): (i32, i32), j: usize, activation: f64) -> Result<()> {
    let (wide, high) = (f64::from(BELOW.2 * UNIT) / 8.0, f64::from(BELOW.2 * UNIT) / 4.0);
    let (left, middle) =
        (f64::from(x * UNIT) + wide * (j % 8) as f64, f64::from(y * UNIT) + high * ((j / 8) as f64 + 0.5));
    let place =
        |along: f64, up: f64| ((left + wide * along).round() as i32, (middle - 0.44 * high * up).round() as i32);
    let colour: RGBColor = H;
    canvas.draw(&Rectangle::new([place(0.1, -1.0), place(0.9, 1.0)], RULE.mix(0.4).filled()))?;
    canvas.draw(&Rectangle::new([place(0.1, 0.0), place(0.9, activation)], colour.filled()))?;
    Ok(())
}
