//! Networks as circles and arrows. A square is a constant 1.

use super::super::examples::{identity, relu, small_network, two_samples};
use crate::figures::Figure;
use crate::figures::diagram::{Matrix, product};
use crate::figures::drawing::{A, Canvas, FAINT, H, INK, UNIT, W, W_DASHED, X, Y_HAT, letters, stroke};
use crate::values::fixed;
use anyhow::Result;
use ch04::{hidden_layer, network};
use plotters::prelude::{Circle, PathElement, Polygon, Text};
use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBColor};

/// How far the border of a neuron is from its middle.
const RADIUS: f64 = 24.0;

/// Where the three columns stand.
const COLUMNS: [f64; 3] = [70.0, 240.0, 410.0];

type Point = (f64, f64);

/// A batch of features times the weights of a layer.
pub fn shapes() -> Figure {
    Figure {
        name: "shapes-layer",
        title: "The shapes of a layer",
        describe: || {
            "Three rectangles: X, with n rows and k columns, times the transpose of W₁, with k rows and d columns, is A₁, with n \
             rows and d columns. One row of X, one column of the second and one entry of A₁ are marked."
                .into()
        },
        size: (480, 190),
        draw: |canvas| {
            let matrices = [
                Matrix { name: "X", shape: "(n, k)", rows: 6, columns: 3, colour: X },
                Matrix { name: "W₁ᵀ", shape: "(k, d)", rows: 3, columns: 4, colour: W },
                Matrix { name: "A₁", shape: "(n, d)", rows: 6, columns: 4, colour: A },
            ];
            product(canvas, &matrices, (480, 190), 20)
        },
    }
}

/// The network of the example by hand, with its weights on the arrows.
pub fn by_hand(canvas: &Canvas) -> Result<()> {
    let ((w1, w2), batch) = (small_network(), two_samples());
    let x = batch.row(0).to_owned();
    let h = hidden_layer(&w1, &x, relu);
    let y_hat = network(&w1, &w2, &x, relu, identity);
    let columns = [column(0, &[105.0, 215.0]), column(1, &[40.0, 160.0, 280.0]), column(2, &[160.0])];
    for (from, &start) in columns[0].iter().enumerate() {
        for (to, &end) in columns[1].iter().enumerate() {
            weighted(canvas, start, end, 0.72, &fixed(w1[[to, from]], 0))?;
        }
    }
    for (from, &start) in columns[1].iter().enumerate() {
        weighted(canvas, start, columns[2][0], 0.38, &fixed(w2[[0, from]], 0))?;
    }
    let layers = [(&columns[0], &x, X), (&columns[1], &h, H), (&columns[2], &y_hat, Y_HAT)];
    for (places, values, colour) in layers {
        for (&place, &value) in places.iter().zip(values) {
            neuron(canvas, place, &fixed(value, 0), &colour)?;
        }
    }
    titles(canvas)
}

/// A network without numbers, in which one arrow of each layer bears its name.
pub fn indices(canvas: &Canvas) -> Result<()> {
    let columns = [column(0, &[105.0, 215.0]), column(1, &[40.0, 160.0, 280.0]), column(2, &[105.0, 215.0])];
    for layer in columns.windows(2) {
        for &start in &layer[0] {
            for &end in &layer[1] {
                arrow(canvas, start, end, &FAINT, 1)?;
            }
        }
    }
    for (start, end, name) in [(columns[0][1], columns[1][2], "w₃₂⁽¹⁾"), (columns[1][2], columns[2][1], "w₂₃⁽²⁾")]
    {
        arrow(canvas, start, end, &W, 3)?;
        let middle = between(start, end, 0.5);
        text(canvas, (middle.0, middle.1 + 26.0), name, &W)?;
    }
    for (places, names, colour) in [
        (&columns[0], ["x₁", "x₂", ""], X),
        (&columns[1], ["h₁", "h₂", "h₃"], H),
        (&columns[2], ["ŷ₁", "ŷ₂", ""], Y_HAT),
    ] {
        for (&place, name) in places.iter().zip(names) {
            neuron(canvas, place, name, &colour)?;
        }
    }
    titles(canvas)
}

/// Two features, two hidden neurons, one output, and a constant in both layers.
pub fn with_bias(canvas: &Canvas) -> Result<()> {
    let rows = [40.0, 160.0, 280.0];
    let columns = [column(0, &rows), column(1, &rows), column(2, &[160.0])];
    for (ends, starts) in [(&columns[1][1..], &columns[0]), (&columns[2][..], &columns[1])] {
        for &end in ends {
            for (number, &start) in starts.iter().enumerate() {
                arrow(canvas, start, end, if number == 0 { &W_DASHED } else { &W }, 2)?;
            }
        }
    }
    for (places, names, colour) in
        [(&columns[0], ["", "x₂", "x₃"], X), (&columns[1], ["", "h₁", "h₂"], H), (&columns[2], ["ŷ", "", ""], Y_HAT)]
    {
        for (&place, name) in places.iter().zip(names) {
            if name.is_empty() {
                constant(canvas, place)?;
            } else {
                neuron(canvas, place, name, &colour)?;
            }
        }
    }
    titles(canvas)
}

fn column(number: usize, heights: &[f64]) -> Vec<Point> {
    heights.iter().map(|&y| (COLUMNS[number], y)).collect()
}

fn titles(canvas: &Canvas) -> Result<()> {
    for (x, (name, colour)) in COLUMNS.into_iter().zip([("features", X), ("hidden layer", H), ("output", Y_HAT)]) {
        text(canvas, (x, 332.0), name, &colour)?;
    }
    Ok(())
}

fn pixels(point: Point) -> (i32, i32) {
    let scale = f64::from(UNIT);
    ((point.0 * scale).round() as i32, (point.1 * scale).round() as i32)
}

/// The point that lies this share of the way from one to the other.
fn between(start: Point, end: Point, share: f64) -> Point {
    (start.0 + share * (end.0 - start.0), start.1 + share * (end.1 - start.1))
}

/// The point at this distance from `start`, towards `end`.
fn towards(start: Point, end: Point, distance: f64) -> Point {
    between(start, end, distance / (end.0 - start.0).hypot(end.1 - start.1))
}

fn text(canvas: &Canvas, at: Point, words: &str, colour: &RGBColor) -> Result<()> {
    canvas.draw(&Text::new(words.to_string(), pixels(at), letters(colour, HPos::Center)))?;
    Ok(())
}

fn neuron(canvas: &Canvas, at: Point, name: &str, colour: &RGBColor) -> Result<()> {
    canvas.draw(&Circle::new(pixels(at), RADIUS * f64::from(UNIT), stroke(colour, 2)))?;
    text(canvas, at, name, colour)
}

fn constant(canvas: &Canvas, at: Point) -> Result<()> {
    let half = 20.0;
    let corners = [(-half, -half), (half, -half), (half, half), (-half, half), (-half, -half)];
    canvas.draw(&PathElement::new(corners.map(|(x, y)| pixels((at.0 + x, at.1 + y))), stroke(&INK, 2)))?;
    text(canvas, at, "1", &INK)
}

/// From the border of one neuron to that of the other.
fn arrow(canvas: &Canvas, start: Point, end: Point, colour: &RGBColor, width: u32) -> Result<()> {
    let (tail, tip) = (towards(start, end, RADIUS + 2.0), towards(end, start, RADIUS + 3.0));
    canvas.draw(&PathElement::new([pixels(tail), pixels(towards(tip, start, 7.0))], stroke(colour, width)))?;
    head(canvas, start, tip, colour)
}

/// An arrow with a gap, in which its weight stands.
fn weighted(canvas: &Canvas, start: Point, end: Point, share: f64, weight: &str) -> Result<()> {
    let (tail, tip) = (towards(start, end, RADIUS + 2.0), towards(end, start, RADIUS + 3.0));
    let middle = between(tail, tip, share);
    for (from, to) in [(tail, towards(middle, start, 18.0)), (towards(middle, end, 18.0), towards(tip, start, 7.0))] {
        canvas.draw(&PathElement::new([pixels(from), pixels(to)], stroke(&INK, 1)))?;
    }
    text(canvas, middle, weight, &W)?;
    head(canvas, start, tip, &INK)
}

fn head(canvas: &Canvas, start: Point, tip: Point, colour: &RGBColor) -> Result<()> {
    // A dashed colour is for lines: its dashes would be put on the tip too.
    let colour = if *colour == W_DASHED { &W } else { colour };
    let back = towards(tip, start, 11.0);
    let (x, y) = ((tip.0 - back.0) * 0.45, (tip.1 - back.1) * 0.45);
    let corners = [tip, (back.0 - y, back.1 + x), (back.0 + y, back.1 - x)];
    canvas.draw(&Polygon::new(corners.map(pixels), colour.filled()))?;
    Ok(())
}
