//! The network of this chapter on the title page, when it has learned. `hero.js` lets it learn before the reader's
//! eyes, in the same drawing.

use super::widget::FUNCTIONS;
use crate::chapter::Hero;
use std::fmt::{self, Write};
use widget_abi::{Input, answer};

/// A disc in a ring, six hidden neurons.
const PROBLEM: [f64; 2] = [1.0, 6.0];
/// A start from which all six have a part in the end.
const SEED: f64 = 79.0;
const ETA: f64 = 0.5;
const EPOCHS: f64 = 1500.0;

// Where the parts are drawn.
const INPUTS: [(f64, f64); 3] = [(30.0, 118.0), (30.0, 216.0), (30.0, 314.0)];
const OUTPUT: (f64, f64) = (364.0, 186.0);
const NODE: f64 = 18.0;
const DISC: f64 = 28.0;
/// Left, top, side.
const PLANE: [f64; 3] = [364.0, 52.0, 268.0];
/// Left, top, width, height.
const LOSS: [f64; 4] = [364.0, 362.0, 268.0, 54.0];
/// The mean error at the top of the loss curve's frame.
const HIGHEST: f64 = 0.8;
/// The plane shows features from −1.5 to 1.5.
const REACH: f64 = 1.5;

fn hidden(neuron: usize) -> (f64, f64) {
    (206.0, 34.0 + 72.8 * neuron as f64)
}

fn ask(name: &str, numbers: &[f64]) -> Vec<f64> {
    answer(FUNCTIONS, name, numbers)
}

/// The drawing of the network that has learned, and what is said of it.
pub fn hero() -> Hero {
    let start = ask("start", &[PROBLEM[0], PROBLEM[1], SEED]);
    let trained = ask("train", &[&PROBLEM[..], &start, &[ETA, EPOCHS]].concat());
    let (weights, losses) = trained.split_at(start.len());
    let net = [&PROBLEM[..], weights].concat();
    let right = ask("right", &net);
    let mut svg = String::new();
    // Writing into a string does not fail.
    let _ = draw(&mut svg, &ask("picture", &net), losses);
    Hero {
        svg,
        said: format!("After {EPOCHS} epochs, {} of {} points are on the right side.", right[0], right[1]),
        start: [&PROBLEM[..], &[SEED, ETA, EPOCHS]].concat(),
    }
}

fn draw(out: &mut String, picture: &[f64], losses: &[f64]) -> fmt::Result {
    let mut picture = Input::new(picture);
    let [lines, neurons] = [[3 * 6 + 6, 3], [6, 13]].map(|[count, length]| picture.list(count * length).chunks(length));
    let error = losses.last().copied().unwrap_or_default();
    out.push_str(
        "<svg class=\"nn-svg\" viewBox=\"0 0 640 424\" role=\"img\" aria-labelledby=\"hero-title hero-desc\">\
         <title id=\"hero-title\">A network that has learned to tell two kinds of points apart</title>\
         <desc id=\"hero-desc\">Two features and a constant 1 enter at the left. Lines, thick where a weight is large and \
         dashed where it is negative, lead to six hidden neurons, each with its own part of the plane shaded. More lines \
         lead from them to the output, at the edge of a map of the plane: a rounded hill of colour holds the filled points, \
         and leaves out the ring of open ones. Below, the mean error falls towards 0.</desc>\n<defs>",
    );
    for (number, neuron) in neurons.clone().enumerate() {
        let (x, y) = hidden(number);
        let [x1, y1, x2, y2] = [x + DISC * neuron[0], y + DISC * neuron[1], x + DISC * neuron[2], y + DISC * neuron[3]];
        write!(
            out,
            "<linearGradient id=\"hero-{number}\" gradientUnits=\"userSpaceOnUse\" x1=\"{x1:.1}\" y1=\"{y1:.1}\" \
             x2=\"{x2:.1}\" y2=\"{y2:.1}\">"
        )?;
        for (stop, opacity) in neuron[4..].iter().enumerate() {
            write!(out, "<stop offset=\"{}\" stop-opacity=\"{opacity:.2}\"/>", stop as f64 / 8.0)?;
        }
        out.push_str("</linearGradient>");
    }
    out.push_str("</defs>\n<g class=\"nn-edges\">");
    let into_hidden =
        (0..6).flat_map(|j| INPUTS.map(|input| ((input.0 + NODE, input.1), (hidden(j).0 - DISC, hidden(j).1))));
    let into_output = (0..6).map(|j| ((hidden(j).0 + DISC, hidden(j).1), (OUTPUT.0 - NODE, OUTPUT.1)));
    for (((x1, y1), (x2, y2)), line) in into_hidden.chain(into_output).zip(lines) {
        let (middle, width) = ((x1 + x2) / 2.0, line[0]);
        write!(
            out,
            "<path d=\"M{x1} {y1}C{middle} {y1} {middle} {y2:.1} {x2} {y2:.1}\" stroke-width=\"{width:.2}\" \
             stroke-opacity=\"{:.2}\"",
            line[1]
        )?;
        if line[2] > 0.0 {
            write!(out, " stroke-dasharray=\"{:.1} {:.1}\"", 0.6 * width + 1.0, 1.5 * width + 3.0)?;
        }
        out.push_str("/>");
    }
    out.push_str("</g>\n");
    for number in 0..6 {
        let (x, y) = hidden(number);
        write!(out, "<circle class=\"nn-disc-back\" cx=\"{x}\" cy=\"{y:.1}\" r=\"{DISC}\"/>")?;
        write!(out, "<circle class=\"nn-disc\" cx=\"{x}\" cy=\"{y:.1}\" r=\"{DISC}\" fill=\"url(#hero-{number})\"/>")?;
    }
    for ((x, y), name) in INPUTS.into_iter().zip(["1".to_string(), symbol("x", "1"), symbol("x", "2")]) {
        let colour = if name == "1" { "" } else { " style=\"stroke:var(--nn-x)\"" };
        write!(out, "<circle class=\"nn-node\" cx=\"{x}\" cy=\"{y}\" r=\"{NODE}\"{colour}/>")?;
        write!(out, "<text x=\"{x}\" y=\"{y}\" dy=\".34em\" text-anchor=\"middle\">{name}</text>")?;
    }
    plane(out, &mut picture)?;
    let [left, top, width, height] = LOSS;
    write!(out, "<path class=\"nn-hair\" d=\"M{left} {}h{width}\"/><path class=\"nn-loss\"", top + height)?;
    // How long 1 is.
    write!(out, " data-one=\"{}\" d=\"", height / HIGHEST)?;
    // The roots of the epochs, so that the beginning, where most happens, has room.
    for (step, (epoch, loss)) in
        losses.iter().enumerate().filter(|(epoch, _)| epoch % 10 == 0 || *epoch < 40).enumerate()
    {
        let x = left + width * (epoch as f64 / EPOCHS).sqrt();
        let y = top + height * (1.0 - (loss / HIGHEST).min(1.0));
        write!(out, "{}{x:.1} {y:.1}", if step == 0 { 'M' } else { 'L' })?;
    }
    write!(
        out,
        "\"/><text class=\"nn-quiet\" x=\"{}\" y=\"{}\" text-anchor=\"end\">mean error <tspan class=\"nn-error\">{error:.3}</tspan></text></svg>",
        left + width,
        top + 4.0
    )
}

/// The map of the answers with the samples on it, and the output at its edge.
fn plane(out: &mut String, areas: &mut Input) -> fmt::Result {
    let [left, top, side] = PLANE;
    out.push_str("\n<g class=\"nn-bands\">");
    for level in 1..=9 {
        let edge = if level == 5 { " class=\"nn-edge\"" } else { "" };
        write!(out, "<path{edge} d=\"")?;
        for _ in 0..areas.count() {
            let points = areas.count();
            for (number, point) in areas.list(2 * points).chunks(2).enumerate() {
                let command = if number == 0 { 'M' } else { 'L' };
                write!(out, "{command}{:.1} {:.1}", left + side * point[0], top + side * point[1])?;
            }
            out.push('Z');
        }
        out.push_str("\"/>");
    }
    write!(out, "</g>\n<rect class=\"nn-frame\" x=\"{left}\" y=\"{top}\" width=\"{side}\" height=\"{side}\"/>")?;
    out.push_str("<g class=\"nn-dots nn-f-y\">");
    for sample in ask("samples", &PROBLEM[..1])[1..].chunks(4) {
        let x = left + side * (sample[1] / REACH + 1.0) / 2.0;
        let y = top + side * (1.0 - sample[2] / REACH) / 2.0;
        let open = if sample[3] > 0.5 { "" } else { " class=\"nn-open\"" };
        write!(out, "<circle{open} cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4.4\"/>")?;
    }
    let (x, y) = OUTPUT;
    let colour = "style=\"stroke:var(--nn-yhat);stroke-width:1.6\"";
    write!(out, "</g>\n<circle class=\"nn-node\" cx=\"{x}\" cy=\"{y}\" r=\"{NODE}\" {colour}/>")?;
    writeln!(
        out,
        "<text x=\"{x}\" y=\"{y}\" dy=\".34em\" text-anchor=\"middle\"><tspan class=\"m nn-yhat\">ŷ</tspan></text>"
    )
}

fn symbol(letter: &str, index: &str) -> String {
    format!("<tspan class=\"m nn-x\">{letter}</tspan><tspan class=\"nn-sub nn-x\" dy=\".28em\">{index}</tspan>")
}
