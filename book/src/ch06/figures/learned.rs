//! What a network has learned: its answers, what its hidden neurons see, its loss curves.

use super::super::examples::{FIT, FIT_EPOCHS, STEP_SIZES, STEPS, XOR, XOR_EPOCHS, bent_line, xor};
use crate::figures::diagram::{at, write};
use crate::figures::drawing::{
    Axes, Canvas, H, INK, INK_DASHED, UNIT, W, Y, Y_HAT, axes, label, letters, polyline, stroke,
};
use crate::figures::field::answers;
use crate::values::fixed;
use anyhow::Result;
use ch06::forward;
use ch06::given::with_bias;
use ndarray::{Array1, Axis, array};
use plotters::prelude::{ChartBuilder, Circle, Text};
use plotters::style::Color;
use plotters::style::text_anchor::HPos;
use std::ops::Range;

/// The part of the plane that is drawn.
const PLANE: Range<f64> = -0.5..1.5;

/// How long the network of the moving figure has learned at first, its step size, its hidden neurons, and its start.
const AT_FIRST: (f64, f64, usize, f64) = (400.0, 0.5, 3, 6.0);

/// What the moving figure shows at first, by its own functions: maps of the answers and of the hidden neurons, the loss
/// curve, and what is below them.
pub fn neurons_seen(canvas: &Canvas) -> Result<()> {
    const SIDE: usize = 64;
    let (net, losses) = seen();
    let maps = ask("answers", &[&net[..], &[PLANE.start, PLANE.end, SIDE as f64, SIDE as f64]].concat());
    // The value of a map at the place whose cell holds it; the first row is the top one.
    let value = |map: usize, x2: f64, x3: f64| {
        let cell = |x: f64| ((x - PLANE.start) / (PLANE.end - PLANE.start) * SIDE as f64) as usize;
        maps[(map * SIDE + SIDE - 1 - cell(x3)) * SIDE + cell(x2)]
    };
    let part = |left, top, width, height| canvas.clone().shrink(at(left, top), at(width, height));
    let left = part(0, 0, 244, 290);
    let mut chart = axes(&left, ("x₂", PLANE, 3), ("x₃", PLANE, 3))?;
    answers(&mut chart, (&PLANE, &PLANE), |x2, x3| value(0, x2, x3), Y_HAT)?;
    let samples = ask("samples", &[0.0]);
    for sample in samples[1..].chunks(4) {
        dot(&mut chart, (sample[1], sample[2]), sample[3], 4)?;
    }
    let right = part(250, 0, 230, 290);
    let mut chart = axes(&right, ("epoch", 0.0..AT_FIRST.0 + 100.0, 2), ("mean error E", 0.0..1.0, 2))?;
    polyline(&mut chart, loss_points(&losses), stroke(&INK, 3))?;
    // The hidden neurons, from −1 (no colour) to 1, and their weights at the output.
    write(canvas, "What each hidden neuron sees:", (24, 306), (INK, HPos::Left))?;
    let weights = &net[net.len() - AT_FIRST.2..];
    for ((left, name), (number, weight)) in (0..).map(|i| 24 + 110 * i).zip(["h₁", "h₂", "h₃"]).zip((1..).zip(weights))
    {
        let small = part(left, 338, 84, 84);
        let mut chart = ChartBuilder::on(&small).build_cartesian_2d(PLANE, PLANE)?;
        answers(&mut chart, (&PLANE, &PLANE), |x2, x3| (value(number, x2, x3) + 1.0) / 2.0, H)?;
        write(canvas, name, (left + 42, 326), (H, HPos::Center))?;
        let sign = if *weight < 0.0 { "" } else { "+" };
        write(canvas, &format!("{sign}{}", fixed(*weight, 1)), (left + 42, 436), (W, HPos::Center))?;
    }
    Ok(())
}

/// A sample: filled if its answer is 1, open if it is 0.
fn dot(chart: &mut Axes, place: (f64, f64), answer: f64, radius: i32) -> Result<()> {
    let style = if answer > 0.5 { Y.filled() } else { stroke(&Y, 2) };
    chart.draw_series([Circle::new(place, radius * UNIT, style)])?;
    Ok(())
}

/// A function of the moving figure.
pub fn ask(name: &str, numbers: &[f64]) -> Vec<f64> {
    widget_abi::answer(super::super::widget::FUNCTIONS, name, numbers)
}

/// The network that the moving figure shows at first, as its functions take it, and its loss curve.
pub fn seen() -> (Vec<f64>, Vec<f64>) {
    let (epochs, eta, d, seed) = AT_FIRST;
    let head = [0.0, d as f64];
    let start = ask("start", &[&head[..], &[seed]].concat());
    let trained = ask("train", &[&head[..], &start, &[eta, epochs]].concat());
    let (weights, losses) = trained.split_at(start.len());
    ([&head[..], weights].concat(), losses.to_vec())
}

pub fn surfaces(canvas: &Canvas) -> Result<()> {
    let (x, y) = xor();
    let (top, strip) = canvas.split_vertically(520 * UNIT);
    let parts = top.split_evenly((2, 2));
    for ((part, network), epoch) in parts.iter().zip(&XOR.networks).zip(XOR_EPOCHS) {
        let mut chart = axes(part, ("", -0.5..1.5, 3), ("", -0.5..1.9, 3))?;
        let answer = |x2: f64, x3: f64| forward(network, &array![[1.0, x2, x3]]).y_hat[[0, 0]];
        answers(&mut chart, (&PLANE, &PLANE), answer, Y_HAT)?;
        for (x, &y) in x.rows().into_iter().zip(&y) {
            dot(&mut chart, (x[1], x[2]), y, 6)?;
        }
        label(&mut chart, (0.5, 1.7), (0, 0), &format!("epoch {epoch}"), (INK, HPos::Center))?;
    }
    let style = letters(&INK, HPos::Center);
    strip.draw(&Text::new("filled: answer 1, open: answer 0", at(240, 18), style))?;
    Ok(())
}

fn loss_points(losses: &[f64]) -> impl Iterator<Item = (f64, f64)> {
    losses.iter().enumerate().map(|(epoch, &error)| (epoch as f64, error))
}

pub fn xor_loss(canvas: &Canvas) -> Result<()> {
    let mut chart = axes(canvas, ("epoch", 0.0..500.0, 5), ("mean error E", 0.0..1.0, 3))?;
    let level = std::f64::consts::LN_2;
    polyline(&mut chart, [(0.0, level), (500.0, level)], stroke(&INK_DASHED, 2))?;
    polyline(&mut chart, loss_points(&XOR.losses), stroke(&Y_HAT, 3))?;
    let seen = XOR_EPOCHS.map(|epoch| (epoch as f64, XOR.losses[epoch]));
    chart.draw_series(seen.map(|at| Circle::new(at, 5 * UNIT, Y_HAT.filled())))?;
    label(&mut chart, (490.0, level), (0, -16), "ln 2: four answers of ½", (INK, HPos::Right))?;
    label(&mut chart, (50.0, 0.58), (0, 0), "plateau", (Y_HAT, HPos::Center))?;
    label(&mut chart, (185.0, 0.36), (8, 0), "the fall", (Y_HAT, HPos::Left))?;
    label(&mut chart, (370.0, 0.12), (0, 0), "the tail", (Y_HAT, HPos::Center))
}

pub fn fitted(canvas: &Canvas) -> Result<()> {
    let (x, y) = bent_line();
    let across = Array1::linspace(-2.6, 2.6, 105);
    let batch = with_bias(&across.clone().insert_axis(Axis(1)));
    for ((part, network), epoch) in canvas.split_evenly((2, 2)).iter().zip(&FIT.networks).zip(FIT_EPOCHS) {
        let mut chart = axes(part, ("", -2.6..2.6, 3), ("", -1.5..2.0, 3))?;
        chart.draw_series(x.rows().into_iter().zip(&y).map(|(x, &y)| Circle::new((x[1], y), 3 * UNIT, Y.filled())))?;
        let curve = across.iter().copied().zip(forward(network, &batch).y_hat);
        polyline(&mut chart, curve, stroke(&Y_HAT, 3))?;
        label(&mut chart, (0.0, 1.75), (0, 0), &format!("epoch {epoch}"), (INK, HPos::Center))?;
    }
    Ok(())
}

pub fn step_sizes(canvas: &Canvas) -> Result<()> {
    let (above, below) = canvas.split_vertically(250 * UNIT);
    let mut chart = axes(&above, ("epoch", 0.0..200.0, 5), ("error E", 0.0..1.0, 3))?;
    polyline(&mut chart, loss_points(&STEPS[0].losses), stroke(&INK_DASHED, 2))?;
    polyline(&mut chart, loss_points(&STEPS[1].losses), stroke(&Y_HAT, 3))?;
    label(&mut chart, (195.0, 0.82), (0, 0), &format!("η = {}", STEP_SIZES[0]), (INK, HPos::Right))?;
    label(&mut chart, (130.0, 0.35), (0, 0), &format!("η = {}", STEP_SIZES[1]), (Y_HAT, HPos::Right))?;
    let mut chart = axes(&below, ("epoch", 0.0..50.0, 5), ("error E", 0.0..8.0, 5))?;
    polyline(&mut chart, loss_points(&STEPS[2].losses[..=50]), stroke(&W, 2))?;
    label(&mut chart, (48.0, 7.0), (0, 0), &format!("η = {}", STEP_SIZES[2]), (W, HPos::Right))
}
