//! What a network has learned: its answers, what its hidden neurons see, its loss curves.

use super::super::examples::{FIT, FIT_EPOCHS, STEP_SIZES, STEPS, XOR, XOR_EPOCHS, bent_line, xor};
use super::diagrams::{at, write};
use crate::figures::drawing::{
    Axes, Canvas, H, H_CELL, INK, INK_DASHED, UNIT, W, X, Y, Y_HAT, Y_HAT_CELL, axes, label, letters, path, polyline,
    stroke,
};
use crate::values::fixed;
use anyhow::Result;
use ch06::forward;
use ch06::given::{Network, with_bias};
use ndarray::{Array1, Axis, array};
use plotters::prelude::{Circle, PathElement, Rectangle, Text};
use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBColor};
use std::ops::Range;

/// The answers of the network over the plane of the inputs, as cells that are the darker the larger the answer.
fn surface(chart: &mut Axes, network: &Network) -> Result<()> {
    const CELLS: i32 = 16;
    const SHADES: i32 = 10;
    let place = |cell: i32| -0.5 + 2.0 * f64::from(cell) / f64::from(CELLS);
    let shades: Vec<Vec<i32>> = (0..CELLS)
        .map(|row| {
            let shade = |column: i32| {
                let x = array![[1.0, place(column) + 1.0 / f64::from(CELLS), place(row) + 1.0 / f64::from(CELLS)]];
                (f64::from(SHADES) * forward(network, &x).y_hat[[0, 0]]).round() as i32
            };
            (0..CELLS).map(shade).collect()
        })
        .collect();
    for (shade, row, columns) in runs(&shades) {
        let colour = Y_HAT_CELL.mix(0.85 * f64::from(shade) / f64::from(SHADES));
        let corners = [(place(columns.start), place(row)), (place(columns.end), place(row + 1))];
        chart.draw_series([Rectangle::new(corners, colour.filled())])?;
    }
    Ok(())
}

/// Rows of shades as stretches of cells of one shade: row, columns. Shade by so that a figure names each of
/// them once; 0 is left out.
fn runs(shades: &[Vec<i32>]) -> Vec<(i32, i32, Range<i32>)> {
    let mut runs = vec![];
    for (row, shades) in (0..).zip(shades) {
        let mut start = 0;
        for cells in shades.chunk_by(|a, b| a == b) {
            let end = start + cells.len() as i32;
            runs.push((cells[0], row, start..end));
            start = end;
        }
    }
    runs.retain(|(shade, ..)| *shade > 0);
    runs.sort_by_key(|(shade, ..)| *shade);
    runs
}

/// How long the network of the moving figure has learned at first, its step size, its hidden neurons, and its start.
const AT_FIRST: (f64, f64, usize, f64) = (400.0, 0.5, 3, 6.0);

/// What the moving figure shows at first, by its own functions: maps of the answers and of the hidden neurons, the loss
/// curve, and what is below them.
pub fn neurons_seen(canvas: &Canvas) -> Result<()> {
    const FINE: usize = 12;
    const COARSE: usize = 8;
    const SHADES: f64 = 5.0;
    let (net, losses) = seen();
    let maps = ask("answers", &[&net[..], &[-0.5, 1.5, FINE as f64, COARSE as f64]].concat());
    let (answers, neurons) = maps.split_at(FINE * FINE);
    let map = |values: &[f64], cells: usize, (left, top): (i32, i32), side: i32, colour: RGBColor| -> Result<()> {
        let shades: Vec<Vec<i32>> = values
            .chunks(cells)
            .map(|row| row.iter().map(|value| (value.clamp(0.0, 1.0) * SHADES).round() as i32).collect())
            .collect();
        let edge = |from: i32, cell: i32| from * UNIT + cell * side * UNIT / cells as i32;
        for (shade, row, columns) in runs(&shades) {
            let corners = [(edge(left, columns.start), edge(top, row)), (edge(left, columns.end), edge(top, row + 1))];
            canvas.draw(&Rectangle::new(corners, colour.mix(0.8 * f64::from(shade) / SHADES).filled()))?;
        }
        let corner = [at(left, top), at(left, top + side), at(left + side, top + side)];
        canvas.draw(&PathElement::new(corner, stroke(&INK, 1)))?;
        Ok(())
    };
    map(answers, FINE, (40, 26), 200, Y_HAT_CELL)?;
    let place = |x: f64, from: i32| from + (100.0 * (x + 0.5)).round() as i32;
    for tick in [0, 1] {
        let along = place(f64::from(tick), 0);
        write(canvas, &tick.to_string(), (40 + along, 241), (INK, HPos::Center))?;
        write(canvas, &tick.to_string(), (30, 226 - along), (INK, HPos::Right))?;
    }
    write(canvas, "x₂", (140, 262), (X, HPos::Center))?;
    write(canvas, "x₃", (40, 12), (X, HPos::Left))?;
    // Class by class, so that the figure says once how a class looks.
    let samples = ask("samples", &[0.0]);
    let (open, filled): (Vec<_>, Vec<_>) = samples[1..].chunks(4).partition(|sample| sample[3] < 0.5);
    for sample in open.into_iter().chain(filled) {
        let style = if sample[3] > 0.5 { INK.filled() } else { stroke(&INK, 2) };
        let middle = at(place(sample[1], 40), 252 - place(sample[2], 0) - 26);
        canvas.draw(&Circle::new(middle, 4 * UNIT, style))?;
    }
    // The loss curve.
    let (most, high) = (AT_FIRST.0 + 100.0, 1.0);
    let point = |(epoch, loss): (f64, f64)| {
        let [along, down] = [158.0 * epoch / most, 200.0 * (1.0 - loss / high)].map(|way| way * f64::from(UNIT));
        (302 * UNIT + along.round() as i32, 26 * UNIT + down.round() as i32)
    };
    canvas.draw(&PathElement::new([at(302, 26), at(302, 226), at(460, 226)], stroke(&INK, 1)))?;
    path(canvas, loss_points(&losses).step_by(4).map(point), stroke(&INK, 2))?;
    write(canvas, "mean error E", (302, 12), (INK, HPos::Left))?;
    write(canvas, "1", (292, 26), (INK, HPos::Right))?;
    write(canvas, "0", (292, 226), (INK, HPos::Right))?;
    write(canvas, "epoch", (381, 262), (INK, HPos::Center))?;
    write(canvas, &most.to_string(), (460, 241), (INK, HPos::Center))?;
    // The hidden neurons, from −1 (no colour) to 1, and their weights at the output.
    write(canvas, "What each hidden neuron sees:", (40, 288), (INK, HPos::Left))?;
    let weights = &net[net.len() - AT_FIRST.2..];
    for ((left, number), (seen, weight)) in
        (0..).map(|i| 40 + 110 * i).zip(["h₁", "h₂", "h₃"]).zip(neurons.chunks(COARSE * COARSE).zip(weights))
    {
        let seen: Vec<f64> = seen.iter().map(|h| (h + 1.0) / 2.0).collect();
        map(&seen, COARSE, (left, 324), 90, H_CELL)?;
        write(canvas, number, (left + 45, 311), (H, HPos::Center))?;
        let sign = if *weight < 0.0 { "" } else { "+" };
        write(canvas, &format!("{sign}{}", fixed(*weight, 1)), (left + 45, 428), (W, HPos::Center))?;
    }
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
        surface(&mut chart, network)?;
        for (x, &y) in x.rows().into_iter().zip(&y) {
            let style = if y > 0.5 { INK.filled() } else { stroke(&INK, 2) };
            chart.draw_series([Circle::new((x[1], x[2]), 6 * UNIT, style)])?;
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
    label(&mut chart, (195.0, 0.82), (0, 0), &format!("η = {}, dashed", STEP_SIZES[0]), (INK, HPos::Right))?;
    label(&mut chart, (130.0, 0.35), (0, 0), &format!("η = {}", STEP_SIZES[1]), (Y_HAT, HPos::Right))?;
    let mut chart = axes(&below, ("epoch", 0.0..50.0, 5), ("error E", 0.0..8.0, 5))?;
    polyline(&mut chart, loss_points(&STEPS[2].losses[..=50]), stroke(&W, 2))?;
    label(&mut chart, (48.0, 7.0), (0, 0), &format!("η = {}", STEP_SIZES[2]), (W, HPos::Right))
}
