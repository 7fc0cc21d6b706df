//! XOR: the plane of the features with the lines of the hidden neurons, and the plane of the hidden activations.

use super::label;
use crate::figures::drawing::{Axes, Canvas, H, INK, UNIT, W, W_DASHED, Y, Y_HAT, axes, polyline, ring, stroke};
use crate::figures::field::answers;
use anyhow::Result;
use ch04::given::sigmoid;
use ch04::{hidden_layer, network_with_bias, xor_network};
use ndarray::{Array1, array};
use plotters::prelude::Circle;
use plotters::style::Color;
use plotters::style::text_anchor::HPos;

/// The four points of XOR.
const POINTS: [(f64, f64); 4] = [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)];

/// How steep the steps of the hidden neurons are where they are softened, so that the way between the corners is seen.
const SOFTENED: f64 = 7.0;

fn step(a: f64) -> f64 {
    if a > 0.0 { 1.0 } else { 0.0 }
}

fn hidden(x2: f64, x3: f64) -> Array1<f64> {
    hidden_layer(&xor_network().0, &array![1.0, x2, x3], step)
}

/// What the network answers: 1 is a filled dot, 0 a hollow one.
fn answer(x2: f64, x3: f64) -> f64 {
    let (w1, w2) = xor_network();
    network_with_bias(&w1, &w2, &array![1.0, x2, x3], step, step)[0]
}

fn dot(chart: &mut Axes, at: (f64, f64), filled: bool) -> Result<()> {
    let style = if filled { Y.filled() } else { stroke(&Y, 3) };
    chart.draw_series([Circle::new(at, 7 * UNIT, style)])?;
    Ok(())
}

pub fn plane(canvas: &Canvas) -> Result<()> {
    let (low, high) = (-0.6, 1.6);
    let mut chart = axes(canvas, ("feature x₂", low..high, 5), ("feature x₃", low..high, 5))?;
    let (w1, _) = xor_network();
    for (w, style) in w1.rows().into_iter().zip([W, W_DASHED]) {
        // Where the pre-activation is 0, cut off at the borders of the chart.
        let height = |x2: f64| -(w[0] + w[1] * x2) / w[2];
        let ends = [height(high), height(low)].map(|x3| x3.clamp(low, high));
        let line = ends.map(|x3| (-(w[0] + w[2] * x3) / w[1], x3));
        polyline(&mut chart, line, stroke(&style, 3))?;
    }
    for (x2, x3) in POINTS {
        dot(&mut chart, (x2, x3), answer(x2, x3) == 1.0)?;
    }
    for (x2, x3) in [(-0.25, -0.3), (0.5, 0.5), (1.25, 1.35)] {
        let h = hidden(x2, x3);
        label(&mut chart, (x2, x3), (0, 0), &format!("h = ({}, {})", h[0], h[1]), (H, HPos::Center))?;
    }
    Ok(())
}

/// What both hidden neurons answer, softened, and the first minus the second.
pub fn band(canvas: &Canvas) -> Result<()> {
    let plane = -0.6..1.6;
    let (w1, _) = xor_network();
    let soft = |x2: f64, x3: f64| hidden_layer(&w1, &array![1.0, x2, x3], |a| sigmoid(SOFTENED * a));
    for (number, (part, name)) in canvas.split_evenly((1, 3)).iter().zip(["h₁", "h₂", "h₁ − h₂"]).enumerate()
    {
        let mut chart = axes(part, ("x₂", plane.clone(), 2), ("x₃", plane.start..2.1, 2))?;
        let seen = |x2, x3| {
            let h = soft(x2, x3);
            if number < 2 { h[number] } else { h[0] - h[1] }
        };
        answers(&mut chart, (&plane, &plane), seen, if number < 2 { H } else { Y_HAT })?;
        for (x2, x3) in POINTS {
            dot(&mut chart, (x2, x3), answer(x2, x3) == 1.0)?;
        }
        label(&mut chart, (0.5, 1.85), (0, 0), name, (INK, HPos::Center))?;
    }
    Ok(())
}

pub fn folded(canvas: &Canvas) -> Result<()> {
    let (low, high) = (-0.4, 1.6);
    let mut chart = axes(canvas, ("hidden activation h₁", low..high, 4), ("hidden activation h₂", low..high, 4))?;
    let (w1, w2) = xor_network();
    // A walk from bottom left to top right, across both lines, as the softened neurons see it.
    let soft = |a: f64| sigmoid(SOFTENED * a);
    let walk = (-100..=300).map(|place| {
        let x = f64::from(place) / 100.0;
        let h = w1.dot(&array![1.0, x / 2.0 + 0.25, x / 2.0 + 0.25]).mapv(soft);
        (h[0], h[1])
    });
    polyline(&mut chart, walk, stroke(&H, 2))?;
    let v = w2.row(0);
    let height = |h1: f64| -(v[0] + v[1] * h1) / v[2];
    let border = [low, high].map(|h2| -(v[0] + v[2] * h2) / v[1]).map(|h1| h1.clamp(low, high));
    polyline(&mut chart, border.map(|h1| (h1, height(h1))), stroke(&W, 3))?;
    for (x2, x3) in POINTS {
        let h = hidden(x2, x3);
        let filled = answer(x2, x3) == 1.0;
        dot(&mut chart, (h[0], h[1]), filled)?;
        if filled {
            ring(&mut chart, (h[0], h[1]), 11, stroke(&Y, 2))?;
        }
    }
    label(&mut chart, (0.0, 0.0), (0, -22), "(0, 0)", (INK, HPos::Center))?;
    label(&mut chart, (1.0, 0.0), (0, 26), "(0, 1) and (1, 0)", (INK, HPos::Center))?;
    label(&mut chart, (1.0, 1.0), (-16, 0), "(1, 1)", (INK, HPos::Right))?;
    label(&mut chart, (0.15, 0.55), (0, 0), "ŷ = 0", (Y_HAT, HPos::Center))?;
    label(&mut chart, (1.4, 0.35), (0, 0), "ŷ = 1", (Y_HAT, HPos::Center))
}
