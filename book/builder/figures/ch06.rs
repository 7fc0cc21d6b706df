//! Chapter 6: the weights of a network and whose fault an error is, the way forward and the way back, XOR learned, a
//! curve fitted, loss curves.

use super::Figure;
use super::paint::{
    A, Canvas, Chart, FAINT, H, H_CELL, INK, INK_DASHED, UNIT, W, W_DASHED, X, Y, Y_HAT, Y_HAT_CELL, axes, label,
    letters, stroke,
};
use crate::examples::ch06::{FIT, FIT_EPOCHS, STEP_SIZES, STEPS, XOR, XOR_EPOCHS, bent_line, untrained, xor};
use crate::numbers::{all as numbers, fixed};
use anyhow::Result;
use ch06::given::{Network, sigmoid, with_bias};
use ch06::{backward, cross_entropy, forward, squared_error, squared_error_derivative};
use ndarray::{Array1, Array2, Axis, array, s};
use plotters::prelude::{Circle, LineSeries, PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBColor};
use std::ops::Range;

/// The figures of this chapter.
pub fn figures() -> Vec<Figure> {
    vec![
        Figure {
            name: "thirteen-weights",
            title: "A network with thirteen random weights",
            describe: || {
                format!(
                    "Three inputs on the left, 1, x2 = 0 and x3 = 1; three hidden neurons and a constant 1 in the \
                     middle; one output on the right, which is {} and should be 1. A line for each of the 13 weights: \
                     thick where the weight is large, dashed where it is negative.",
                    numbers()["train.blame.yhat"]
                )
            },
            size: (480, 350),
            draw: |canvas| web(canvas, &untrained().w1, &untrained().w2, 0.6),
        },
        Figure {
            name: "thirteen-slopes",
            title: "The slope of the error for each of the thirteen weights",
            describe: || {
                let (w1, w2) = blame();
                let list = |a: &Array2<f64>| a.iter().map(|slope| fixed(*slope, 3)).collect::<Vec<_>>().join(", ");
                format!(
                    "The same network, but a line is thick where the slope of the error for its weight is large. The \
                     four lines to the output are the thickest, with slopes {}. The nine lines to the hidden neurons \
                     are thin, with slopes {}, row by row; the three that start at x2 = 0 have slope 0.",
                    list(&w2),
                    list(&w1)
                )
            },
            size: (480, 350),
            draw: |canvas| {
                let (w1, w2) = blame();
                web(canvas, &w1, &w2, 0.4)
            },
        },
        Figure {
            name: "cross-entropy",
            title: "Two errors for a probability",
            describe: || {
                "Two falling curves over the probability given to the class that was observed. Both are 0 at 1. The \
                 cross-entropy grows without bound towards probability 0; the squared error, dashed, ends at 1."
                    .into()
            },
            size: (480, 330),
            draw: two_errors,
        },
        Figure {
            name: "one-neuron",
            title: "Forward and back through one neuron",
            describe: || {
                let numbers = numbers();
                format!(
                    "Four boxes from left to right: weights and features, pre-activation {}, prediction {}, error {}. \
                     Below them arrows from right to left: the slope 1 at the error becomes {} at the prediction, {} \
                     at the pre-activation, {} and {} at the weights.",
                    numbers["train.neuron.a"],
                    numbers["train.neuron.yhat"],
                    numbers["train.neuron.e"],
                    numbers["train.neuron.de"],
                    numbers["train.neuron.da"],
                    numbers["train.neuron.g1"],
                    numbers["train.neuron.g2"]
                )
            },
            size: (480, 270),
            draw: one_neuron,
        },
        Figure {
            name: "forward-and-backward",
            title: "The way forward and the way back",
            describe: || {
                "Left, downwards: X, A1, H, A2, Y hat, E, each with its shape; between them times W1 transposed, tanh, \
                 times W2 transposed, f_o, the error. Right, upwards: the slopes at A2, at H, at A1; between them times \
                 W2, and times 1 minus h squared. In the middle the slopes for the weights: for W2, H from the left \
                 meets the slope at A2 from the right; for W1, X meets the slope at A1. Dashed arrows show what is \
                 taken from the cache."
                    .into()
            },
            size: (480, 590),
            draw: both_ways,
        },
        Figure {
            name: "slope-at-the-output",
            title: "The slope at the output of a sigmoid, for the answer 1",
            describe: || {
                "Two curves over the pre-activation from −8 to 8. With the cross-entropy the slope is near −1 on the \
                 left and rises to 0 on the right. With the squared error, dashed, it is near 0 at both ends and dips \
                 to about −0.3 in the middle."
                    .into()
            },
            size: (480, 330),
            draw: slope_at_the_output,
        },
        Figure {
            name: "xor-surfaces",
            title: "What a network answers while it learns XOR",
            describe: || {
                format!(
                    "Four maps of the plane of the two inputs, after {} epochs; the stronger the colour of a cell, the \
                     larger the answer. At first one shade everywhere. At the end an empty band runs from 0 0 to 1 1, \
                     between two coloured corners: the samples 0 1 and 1 0 lie in the corners.",
                    XOR_EPOCHS.map(|epoch| epoch.to_string()).join(", ")
                )
            },
            size: (480, 560),
            draw: surfaces,
        },
        Figure {
            name: "xor-loss",
            title: "The loss curve of XOR",
            describe: || {
                let numbers = numbers();
                format!(
                    "The mean error over 500 epochs. It starts at {}, stays near ln 2 = {} for about 80 epochs, falls \
                     steeply until about epoch 250, and then ever more slowly, to {}.",
                    numbers["train.xor.e1"], numbers["train.ln2"], numbers["train.xor.e4"]
                )
            },
            size: (480, 330),
            draw: xor_loss,
        },
        Figure {
            name: "curve-fitted",
            title: "A network learns a bent line",
            describe: || {
                format!(
                    "Four charts of the same 21 samples, which form a V, and of the network's curve after {} epochs: a \
                     slanted line, a nearly level line, a shallow bowl, and at last a V whose tip is rounded.",
                    FIT_EPOCHS.map(|epoch| epoch.to_string()).join(", ")
                )
            },
            size: (480, 440),
            draw: fitted,
        },
        Figure {
            name: "neurons-seen",
            title: "What each hidden neuron of a network that has learned XOR sees",
            describe: || {
                "Above, a map of what the network answers, with 32 samples in four groups: a band of no colour runs from \
                 0 0 to 1 1, between two coloured corners. Beside it the loss curve, which falls from 0.7 to almost 0 \
                 within 400 epochs. Below, a map for each of the three hidden neurons: each has a single straight edge, \
                 with colour on one side of it and none on the other."
                    .into()
            },
            size: (480, 442),
            draw: neurons_seen,
        },
        Figure {
            name: "step-sizes",
            title: "Three step sizes, three loss curves",
            describe: || {
                let numbers = numbers();
                format!(
                    "Above: with η = 0.5 the error falls to {} within 200 epochs; with η = 0.05, dashed, it is still at \
                     {}. Below: with η = 8 it leaps up and down between {} and {}.",
                    numbers["train.steps.good"],
                    numbers["train.steps.slow"],
                    numbers["train.steps.low"],
                    numbers["train.steps.high"]
                )
            },
            size: (480, 500),
            draw: step_sizes,
        },
    ]
}

const fn at(x: i32, y: i32) -> (i32, i32) {
    (x * UNIT, y * UNIT)
}

/// Letters on a canvas.
fn write(canvas: &Canvas, text: &str, place: (i32, i32), style: (RGBColor, HPos)) -> Result<()> {
    canvas.draw(&Text::new(text, at(place.0, place.1), letters(&style.0, style.1)))?;
    Ok(())
}

/// A line from one place to another with a head at its end. A dashed colour gives a dashed line; the head is `ink`.
fn arrow(canvas: &Canvas, from: (i32, i32), to: (i32, i32), line: &RGBColor, ink: &RGBColor) -> Result<()> {
    let (dx, dy) = (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
    let (dx, dy) = (dx / dx.hypot(dy), dy / dx.hypot(dy));
    let shifted = |along: f64, aside: f64| {
        let place = (f64::from(to.0) - along * dx - aside * dy, f64::from(to.1) - along * dy + aside * dx);
        [place.0, place.1].map(|v| (v * f64::from(UNIT)).round() as i32).into()
    };
    canvas.draw(&PathElement::new([at(from.0, from.1), shifted(6.0, 0.0)], stroke(line, 2)))?;
    canvas.draw(&Polygon::new([at(to.0, to.1), shifted(10.0, 5.0), shifted(10.0, -5.0)], ink.filled()))?;
    Ok(())
}

/// The sample (0, 1) of XOR, whose answer is 1.
fn one_sample() -> (Array2<f64>, Array2<f64>) {
    let (x, y) = xor();
    (x.slice(s![1..2, ..]).to_owned(), y.slice(s![1..2, ..]).to_owned())
}

/// The slopes of the error of that sample.
fn blame() -> (Array2<f64>, Array2<f64>) {
    let (network, (x, y)) = (untrained(), one_sample());
    let slopes = backward(&network, &forward(&network, &x), &x, &y);
    (slopes.w1, slopes.w2)
}

/// The network for XOR with a line for each entry of these matrices: as thick as the entry is large, compared with
/// `largest`; dashed where it is negative, faint where it is 0.
fn web(canvas: &Canvas, w1: &Array2<f64>, w2: &Array2<f64>, largest: f64) -> Result<()> {
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

fn two_errors(canvas: &Canvas) -> Result<()> {
    let mut chart = axes(canvas, ("probability given to the truth", 0.0..1.0, 5), ("error E", 0.0..5.0, 5))?;
    let squares = (0..=100).map(|p| f64::from(p) / 100.0).map(|p| (p, squared_error(p, 1.0)));
    chart.draw_series(LineSeries::new(squares, stroke(&INK_DASHED, 2)))?;
    let entropies = (0..=400).map(|t| (-5.0 + f64::from(t) / 80.0).exp()).map(|p| (p, cross_entropy(p, 1.0)));
    chart.draw_series(LineSeries::new(entropies, stroke(&Y_HAT, 3)))?;
    label(&mut chart, (0.12, 3.0), (0, 0), "solid: cross-entropy", (Y_HAT, HPos::Left))?;
    label(&mut chart, (0.12, 2.5), (0, 0), "dashed: squared error", (INK, HPos::Left))
}

fn one_neuron(canvas: &Canvas) -> Result<()> {
    let numbers = numbers();
    let value = |name: &str| numbers[name].clone();
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
        (46, W, "∂E/∂w", format!("{},", value("train.neuron.g1"))),
        (176, A, "∂E/∂a", value("train.neuron.da")),
        (302, Y_HAT, "∂E/∂ŷ", value("train.neuron.de")),
        (432, INK, "start", "1".into()),
    ] {
        write(canvas, first, (x, 156), (colour, HPos::Center))?;
        write(canvas, &second, (x, 182), (colour, HPos::Center))?;
    }
    write(canvas, &value("train.neuron.g2"), (46, 208), (W, HPos::Center))?;
    for (from, to, text) in [
        (140, 88, "· x".to_string()),
        (266, 214, format!("· {}", value("train.neuron.slope"))),
        (408, 344, format!("· {}", value("train.neuron.de"))),
    ] {
        arrow(canvas, (from, 182), (to, 182), &INK, &INK)?;
        write(canvas, &text, ((from + to) / 2, 210), (INK, HPos::Center))?;
    }
    write(canvas, "above: forward, below: back", (240, 250), (INK, HPos::Center))
}

/// A box with a name and a shape under it.
fn place(canvas: &Canvas, (x, y): (i32, i32), half: i32, name: &str, shape: &str, colour: RGBColor) -> Result<()> {
    let (left, right, top, bottom) = (x - half, x + half, y - 25, y + 25);
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
    canvas.draw(&PathElement::new(corners.map(|(x, y)| at(x, y)), stroke(&colour, 2)))?;
    write(canvas, name, (x, y - if shape.is_empty() { 0 } else { 11 }), (colour, HPos::Center))?;
    write(canvas, shape, (x, y + 12), (colour, HPos::Center))
}

fn both_ways(canvas: &Canvas) -> Result<()> {
    const LEFT: i32 = 62;
    const MIDDLE: i32 = 236;
    const RIGHT: i32 = 418;
    let rows = [34, 134, 234, 334, 434, 534];
    let forwards = [
        ("X", "(n, k)", INK),
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
    for (y, text) in [(rows[2] + 50, "times W₂"), (rows[1] + 50, "∘ (1 − h²)")] {
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
    arrow(canvas, (LEFT + 50, rows[2] - 12), (RIGHT - 112, rows[1] + 54), &INK_DASHED, &INK)?;
    arrow(canvas, (LEFT + 50, rows[4]), (RIGHT - 4, rows[4] - 20), &INK_DASHED, &INK)?;
    write(canvas, "dashed: from the cache", (240, 576), (INK, HPos::Center))
}

fn slope_at_the_output(canvas: &Canvas) -> Result<()> {
    let mut chart = axes(canvas, ("pre-activation a", -8.0..8.0, 5), ("slope ∂E/∂a", -1.2..0.2, 6))?;
    let places = || (-80..=80).map(|a| f64::from(a) / 10.0);
    chart.draw_series(LineSeries::new(places().map(|a| (a, sigmoid(a) - 1.0)), stroke(&Y_HAT, 3)))?;
    let squared = |a: f64| squared_error_derivative(sigmoid(a), 1.0) * sigmoid(a) * (1.0 - sigmoid(a));
    chart.draw_series(LineSeries::new(places().map(|a| (a, squared(a))), stroke(&INK_DASHED, 2)))?;
    label(&mut chart, (7.8, -0.8), (0, 0), "solid: cross-entropy", (Y_HAT, HPos::Right))?;
    label(&mut chart, (7.8, -0.95), (0, 0), "dashed: squared error", (INK, HPos::Right))
}

/// The answers of the network over the plane of the inputs, as cells that are the darker the larger the answer.
fn surface(chart: &mut Chart, network: &Network) -> Result<()> {
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

/// Rows of shades as stretches of cells of one shade: shade, row, columns. Shade by shade, so that a figure names each of
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
fn neurons_seen(canvas: &Canvas) -> Result<()> {
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
    canvas.draw(&PathElement::new(loss_points(&losses).step_by(4).map(point).collect::<Vec<_>>(), stroke(&INK, 2)))?;
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
fn ask(name: &str, numbers: &[f64]) -> Vec<f64> {
    widgets::exchange::answer(widgets::ch06::FUNCTIONS, name, numbers)
}

/// The network that the moving figure shows at first, as its functions take it, and its loss curve.
fn seen() -> (Vec<f64>, Vec<f64>) {
    let (epochs, eta, d, seed) = AT_FIRST;
    let head = [0.0, d as f64];
    let start = ask("start", &[&head[..], &[seed]].concat());
    let trained = ask("train", &[&head[..], &start, &[eta, epochs]].concat());
    let (weights, losses) = trained.split_at(start.len());
    ([&head[..], weights].concat(), losses.to_vec())
}

fn surfaces(canvas: &Canvas) -> Result<()> {
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

fn xor_loss(canvas: &Canvas) -> Result<()> {
    let mut chart = axes(canvas, ("epoch", 0.0..500.0, 5), ("mean error E", 0.0..1.0, 3))?;
    let level = std::f64::consts::LN_2;
    chart.draw_series(LineSeries::new([(0.0, level), (500.0, level)], stroke(&INK_DASHED, 2)))?;
    chart.draw_series(LineSeries::new(loss_points(&XOR.losses), stroke(&Y_HAT, 3)))?;
    let seen = XOR_EPOCHS.map(|epoch| (epoch as f64, XOR.losses[epoch]));
    chart.draw_series(seen.map(|at| Circle::new(at, 5 * UNIT, Y_HAT.filled())))?;
    label(&mut chart, (490.0, level), (0, -16), "ln 2: four answers of ½", (INK, HPos::Right))?;
    label(&mut chart, (50.0, 0.58), (0, 0), "plateau", (Y_HAT, HPos::Center))?;
    label(&mut chart, (185.0, 0.36), (8, 0), "the fall", (Y_HAT, HPos::Left))?;
    label(&mut chart, (370.0, 0.12), (0, 0), "the tail", (Y_HAT, HPos::Center))
}

fn fitted(canvas: &Canvas) -> Result<()> {
    let (x, y) = bent_line();
    let across = Array1::linspace(-2.6, 2.6, 105);
    let batch = with_bias(&across.clone().insert_axis(Axis(1)));
    for ((part, network), epoch) in canvas.split_evenly((2, 2)).iter().zip(&FIT.networks).zip(FIT_EPOCHS) {
        let mut chart = axes(part, ("", -2.6..2.6, 3), ("", -1.5..2.0, 3))?;
        chart.draw_series(x.rows().into_iter().zip(&y).map(|(x, &y)| Circle::new((x[1], y), 3 * UNIT, Y.filled())))?;
        let curve = across.iter().copied().zip(forward(network, &batch).y_hat);
        chart.draw_series(LineSeries::new(curve, stroke(&Y_HAT, 3)))?;
        label(&mut chart, (0.0, 1.75), (0, 0), &format!("epoch {epoch}"), (INK, HPos::Center))?;
    }
    Ok(())
}

fn step_sizes(canvas: &Canvas) -> Result<()> {
    let (above, below) = canvas.split_vertically(250 * UNIT);
    let mut chart = axes(&above, ("epoch", 0.0..200.0, 5), ("error E", 0.0..1.0, 3))?;
    chart.draw_series(LineSeries::new(loss_points(&STEPS[0].losses), stroke(&INK_DASHED, 2)))?;
    chart.draw_series(LineSeries::new(loss_points(&STEPS[1].losses), stroke(&Y_HAT, 3)))?;
    label(&mut chart, (195.0, 0.82), (0, 0), &format!("η = {}, dashed", STEP_SIZES[0]), (INK, HPos::Right))?;
    label(&mut chart, (130.0, 0.35), (0, 0), &format!("η = {}", STEP_SIZES[1]), (Y_HAT, HPos::Right))?;
    let mut chart = axes(&below, ("epoch", 0.0..50.0, 5), ("error E", 0.0..8.0, 5))?;
    chart.draw_series(LineSeries::new(loss_points(&STEPS[2].losses[..=50]), stroke(&W, 2)))?;
    label(&mut chart, (48.0, 7.0), (0, 0), &format!("η = {}", STEP_SIZES[2]), (W, HPos::Right))
}
