//! Softmax, and what happens to numbers and gradients on their way through layers.

use super::super::examples::{LIMIT, spread};
use super::curves::{Pair, curve, label};
use crate::figures::drawing::{A, Canvas, H, INK, INK_DASHED, UNIT, axes, polyline, stroke};
use crate::values::fixed;
use anyhow::Result;
use ch03::{
    gradient_left, relu, relu_derivative, saturated_share, sigmoid, sigmoid_derivative, softmax, tanh_derivative,
};
use ndarray::array;
use plotters::prelude::Circle;
use plotters::style::Color;
use plotters::style::text_anchor::HPos;

/// The pre-activation from which the chapter follows a gradient.
const START: f64 = 1.0;

pub fn softmax_curves(canvas: &Canvas) -> Result<()> {
    let mut chart = axes(canvas, ("first pre-activation a₁", -4.0..6.0, 6), ("probability", 0.0..1.1, 3))?;
    for (i, style) in [(&H, 3), (&INK, 3), (&INK_DASHED, 3)].into_iter().enumerate() {
        curve(&mut chart, |a| softmax(&array![[a, 2.0, 0.0]])[[0, i]], -4.0..6.0, style)?;
    }
    label(&mut chart, (5.6, 0.86), "p₁", (H, HPos::Center))?;
    label(&mut chart, (-3.9, 0.78), "p₂ (a₂ = 2)", (INK, HPos::Left))?;
    label(&mut chart, (-3.9, 0.22), "p₃ (a₃ = 0)", (INK, HPos::Left))
}

pub fn chains(canvas: &Canvas) -> Result<()> {
    let parts = canvas.split_evenly((1, 2));
    for (part, f, name) in [(&parts[0], sigmoid as fn(f64) -> f64, "sigmoids"), (&parts[1], relu, "ReLUs")] {
        let mut chart = axes(part, (&format!("layers of {name}"), 0.0..4.0, 5), ("", -4.0..4.0, 9))?;
        for start in -4..=4 {
            let mut a = f64::from(start);
            let points: Vec<(f64, f64)> = (0..=4)
                .map(|layer| {
                    let point = (f64::from(layer), a);
                    a = f(a);
                    point
                })
                .collect();
            polyline(&mut chart, points.clone(), stroke(&H, 2))?;
            chart.draw_series(points.into_iter().map(|point| Circle::new(point, 3 * UNIT, H.filled())))?;
        }
    }
    Ok(())
}

pub fn slope_and_what_is_left(canvas: &Canvas) -> Result<()> {
    let (above, below) = canvas.split_vertically(265 * UNIT);
    let mut chart = axes(&above, ("pre-activation a", -6.0..6.0, 7), ("f and slope f′", -1.5..3.0, 9))?;
    curve(&mut chart, sigmoid_derivative, -6.0..6.0, (&INK_DASHED, 2))?;
    curve(&mut chart, sigmoid, -6.0..6.0, (&H, 3))?;
    let tangent = |a: f64| sigmoid(START) + sigmoid_derivative(START) * (a - START);
    curve(&mut chart, tangent, -6.0..6.0, (&A, 2))?;
    chart.draw_series([Circle::new((START, sigmoid(START)), 7 * UNIT, A.filled())])?;
    chart.draw_series([Circle::new((START, sigmoid_derivative(START)), 4 * UNIT, INK.filled())])?;
    let mut chart = axes(&below, ("layers", 0.0..20.0, 5), ("left: 10 to the power …", -21.0..2.0, 5))?;
    let pairs: [Pair; 2] = [(relu, relu_derivative), (sigmoid, sigmoid_derivative)];
    for ((f, derivative), (colour, line)) in pairs.into_iter().zip([(INK, INK_DASHED), (H, H)]) {
        let points = (0..=10).map(|layers| (layers as f64, gradient_left(f, derivative, START, layers).log10()));
        polyline(&mut chart, points.clone(), stroke(&line, 2))?;
        chart.draw_series(points.map(|point| Circle::new(point, 3 * UNIT, colour.filled())))?;
    }
    label(&mut chart, (10.4, 0.0), "ReLU", (INK, HPos::Left))?;
    label(&mut chart, (10.4, -6.4), "sigmoid", (H, HPos::Left))
}

pub fn shares(canvas: &Canvas) -> Result<()> {
    let mut chart = axes(canvas, ("spread s of the pre-activations", 0.5..20.0, 5), ("saturated share", 0.0..1.0, 3))?;
    let share = |derivative: fn(f64) -> f64| move |reach: f64| saturated_share(derivative, &spread(reach), LIMIT);
    curve(&mut chart, share(sigmoid_derivative), 0.5..20.0, (&INK, 3))?;
    curve(&mut chart, share(tanh_derivative), 0.5..20.0, (&H, 3))?;
    curve(&mut chart, share(relu_derivative), 0.5..20.0, (&INK_DASHED, 3))?;
    label(&mut chart, (5.0, 0.72), "tanh", (H, HPos::Right))?;
    label(&mut chart, (7.8, 0.26), "sigmoid", (INK, HPos::Left))?;
    label(&mut chart, (19.5, 0.44), &format!("ReLU: {}", fixed(0.5, 1)), (INK, HPos::Right))
}
