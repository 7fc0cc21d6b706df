//! Softmax, and what happens to numbers and gradients on their way through layers.

use super::curves::{Pair, curve, label};
use crate::examples::ch03::{LIMIT, spread};
use crate::figures::paint::{Canvas, H, INK, INK_DASHED, UNIT, axes, stroke};
use crate::numbers::fixed;
use anyhow::Result;
use ch03::{
    gradient_left, relu, relu_derivative, saturated_share, sigmoid, sigmoid_derivative, softmax, tanh, tanh_derivative,
};
use ndarray::array;
use plotters::prelude::{Circle, LineSeries};
use plotters::style::Color;
use plotters::style::text_anchor::HPos;

pub fn softmax_curves(canvas: &Canvas) -> Result<()> {
    let mut chart = axes(canvas, ("first pre-activation a₁", -4.0..6.0, 6), ("probability", 0.0..1.1, 3))?;
    for (i, style) in [(&H, 3), (&INK, 3), (&INK_DASHED, 3)].into_iter().enumerate() {
        curve(&mut chart, |a| softmax(&array![[a, 2.0, 0.0]])[[0, i]], -4.0..6.0, style)?;
    }
    label(&mut chart, (5.6, 0.86), "p₁", (H, HPos::Center))?;
    label(&mut chart, (-3.9, 0.78), "p₂ (a₂ = 2)", (INK, HPos::Left))?;
    label(&mut chart, (-3.9, 0.22), "p₃ (a₃ = 0, dashed)", (INK, HPos::Left))
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
            chart.draw_series(LineSeries::new(points.clone(), stroke(&H, 2)))?;
            chart.draw_series(points.into_iter().map(|point| Circle::new(point, 2 * UNIT, H.filled())))?;
        }
    }
    Ok(())
}

pub fn what_is_left(canvas: &Canvas) -> Result<()> {
    let mut chart = axes(canvas, ("layers", 0.0..20.0, 5), ("left: 10 to the power …", -14.0..1.0, 8))?;
    let pairs: [Pair; 3] = [(sigmoid, sigmoid_derivative), (tanh, tanh_derivative), (relu, relu_derivative)];
    for ((f, derivative), colour) in pairs.into_iter().zip([INK, H, INK]) {
        let points = (0..=20).map(|layers| (layers as f64, gradient_left(f, derivative, 1.0, layers).log10()));
        chart.draw_series(LineSeries::new(points.clone(), stroke(&colour, 2)))?;
        chart.draw_series(points.map(|point| Circle::new(point, 3 * UNIT, colour.filled())))?;
    }
    label(&mut chart, (10.0, 0.75), "ReLU: 10⁰ = 1", (INK, HPos::Center))?;
    label(&mut chart, (13.0, -2.7), "tanh", (H, HPos::Center))?;
    label(&mut chart, (11.0, -5.6), "sigmoid", (INK, HPos::Left))
}

pub fn shares(canvas: &Canvas) -> Result<()> {
    let mut chart = axes(canvas, ("spread s of the pre-activations", 0.5..20.0, 5), ("saturated share", 0.0..1.0, 3))?;
    let share = |derivative: fn(f64) -> f64| move |reach: f64| saturated_share(derivative, &spread(reach), LIMIT);
    curve(&mut chart, share(sigmoid_derivative), 0.5..20.0, (&INK, 3))?;
    curve(&mut chart, share(tanh_derivative), 0.5..20.0, (&H, 3))?;
    curve(&mut chart, share(relu_derivative), 0.5..20.0, (&INK_DASHED, 3))?;
    label(&mut chart, (5.0, 0.72), "tanh", (H, HPos::Right))?;
    label(&mut chart, (7.8, 0.26), "sigmoid", (INK, HPos::Left))?;
    label(&mut chart, (19.5, 0.44), &format!("ReLU (dashed): {}", fixed(0.5, 1)), (INK, HPos::Right))
}
