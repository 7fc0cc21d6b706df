//! Chapter 2: two species, the two steps drawn, three activation functions, lines in the plane, a perceptron that
//! learns.

mod diagrams;
mod gates;

use super::examples::{by_hand, length, measured, one_mistake, three_flowers, two_species};
use super::values::values;
use crate::figures::Figure;
use crate::figures::drawing::{
    A, Axes, Canvas, INK, INK_DASHED, RULE, UNIT, W, W_DASHED, Y, Y_HAT, axes, label, polyline, stroke,
};
use crate::values::fixed;
use anyhow::Result;
use ch02::given::identity;
use ch02::{and_weights, boundary, neuron, perceptron_step, pre_activation, sigmoid, sign, train_perceptron};
use ndarray::{Array1, array};
use plotters::prelude::{Circle, Cross, EmptyElement, Polygon};
use plotters::style::text_anchor::HPos;
use plotters::style::{Color, ShapeStyle};

use diagrams::{one_layer, two_steps};

/// The figures of this chapter.
pub fn figures() -> Vec<Figure> {
    vec![
        Figure {
            name: "iris-points",
            title: "Two species of iris",
            describe: || {
                "Scatter plot of 100 flowers. Sepal length runs from 4 to 7.2 centimetres, petal length from 0 to 6. \
                 The setosas, drawn as rings, lie in a flat cloud with petals from 1 to 2 centimetres. The \
                 versicolors, drawn as dots, lie well above them, with petals from 3 to 5 centimetres, and rise to \
                 the right. No flower lies between the clouds."
                    .into()
            },
            size: (480, 360),
            draw: |canvas| {
                let mut chart = iris_axes(canvas)?;
                species_on(&mut chart)?;
                label(&mut chart, (5.9, 1.35), (0, 0), "setosa", (INK, HPos::Left))?;
                label(&mut chart, (4.15, 4.6), (0, 0), "versicolor", (INK, HPos::Left))
            },
        },
        Figure {
            name: "two-steps",
            title: "The two steps of a neuron",
            describe: || {
                let values = values();
                format!(
                    "Three features stand at the left: 1, {} and {}. Arrows with the weights {}, {} and {} lead to a \
                     circle with a sum sign, the first step. An arrow with the pre-activation a = {} leads on to a \
                     box with the letter f, the second step, and an arrow from there to the answer, {}.",
                    values["flower.setosa.x1"],
                    values["flower.setosa.x2"],
                    values["flower.w0"],
                    values["flower.w1"],
                    values["flower.w2"],
                    values["flower.setosa.a"],
                    values["flower.setosa.yhat"]
                )
            },
            size: (480, 230),
            draw: two_steps,
        },
        Figure {
            name: "three-activations",
            title: "Three activation functions",
            describe: || {
                "Three curves over the pre-activation a from −4 to 4. The sign is −1 left of zero, 1 right of zero, \
                 and a single dot at height 0 between. The identity is the straight dashed line through the origin. \
                 The sigmoid rises smoothly from nearly 0 to nearly 1 and passes one half at a = 0."
                    .into()
            },
            size: (480, 360),
            draw: three_activations,
        },
        Figure {
            name: "one-layer",
            title: "A single-layer network",
            describe: || {
                "Three features at the left, two neurons at the right, each a circle. An arrow leads from each \
                 feature to each neuron, six in all. The three that lead to the second neuron are drawn strongly: \
                 their weights are the second row of W."
                    .into()
            },
            size: (480, 250),
            draw: one_layer,
        },
        gates::figure(),
        Figure {
            name: "right-angle",
            title: "The weights stand at a right angle to the decision boundary",
            describe: || {
                let values = values();
                format!(
                    "A plane with two features, drawn to the same scale. A falling line is the decision boundary. \
                     From a point on it an arrow, the two weights ({}, {}), leads up to the right, at a right angle \
                     to the line. Beside it lies the point ({}, {}); a dashed stroke, parallel to the arrow, joins it \
                     to the line: the distance is {}.",
                    values["line.w1"], values["line.w2"], values["line.p1"], values["line.p2"], values["line.distance"]
                )
            },
            // As wide as high for each unit: a right angle looks like one.
            size: (480, 464),
            draw: right_angle,
        },
        Figure {
            name: "exclusive-or",
            title: "One cut does the gate on the left, and none does the gate on the right",
            describe: || {
                "Two squares with the four rows of a truth table at their corners. On the left, “x₁ and not x₂”: the \
                 corner at the bottom right is a dot, the others are rings, and a straight line cuts this corner \
                 off. On the right, “exclusive or”: the two dots are at opposite corners, and so are the two rings. \
                 A solid stroke joins the dots, a dashed one the rings. The strokes cross in the middle."
                    .into()
            },
            size: (480, 300),
            draw: exclusive_or,
        },
        Figure {
            name: "rosenblatt-step",
            title: "One step of Rosenblatt’s rule",
            describe: || {
                let values = values();
                format!(
                    "A plane with two features and one sample at ({}, {}), whose label is 1. Before the step a dashed \
                     line rises to the right, and an arrow shows that its positive side is the lower right; the \
                     sample is on the other side. After the step a solid line falls to the right, its positive side \
                     is the upper right, and the sample is on it.",
                    values["step.x1"], values["step.x2"]
                )
            },
            // As above: the arrows are at right angles to the lines.
            size: (480, 459),
            draw: rosenblatt_step,
        },
        Figure {
            name: "before-the-steps",
            title: "The four rows of AND, and a neuron that has them half right",
            describe: || {
                let w = first_weights();
                format!(
                    "A plane with two features. The four rows of the truth table of AND are its corners: the one at the top \
                     right is a dot, the others are rings. A steep line rises to the right, the decision boundary of the \
                     weights {}, {} and {}. The side to the left of it is shaded: there the neuron says 1. The two rings on \
                     this side have a cross beside them.",
                    fixed(w[0], 1),
                    fixed(w[1], 1),
                    fixed(w[2], 1)
                )
            },
            size: (480, 420),
            draw: before_the_steps,
        },
        Figure {
            name: "iris-epochs",
            title: "The decision boundary after each epoch",
            describe: || {
                "The two species of iris with four lines. The petal length runs from −5 to 6 centimetres, so that \
                 all lines can be seen. After the first and the second epoch, the line is the same and falls from −2 \
                 to −4 centimetres, below all flowers. After the third and the fourth it lies between 0 and −1.1, \
                 still below all flowers. After the fifth it rises between the two clouds."
                    .into()
            },
            size: (480, 400),
            draw: iris_epochs,
        },
        Figure {
            name: "iris-learned",
            title: "The boundary that the perceptron has learned",
            describe: || {
                "The two species of iris. A solid line, the one that the perceptron has learned, rises between the \
                 clouds: all versicolors lie above it, all setosas below. A dashed line, the one with weights chosen \
                 by hand, lies close to it. A cross marks the new flower, on the dashed line and a little above the \
                 solid one."
                    .into()
            },
            size: (480, 380),
            draw: iris_learned,
        },
    ]
}

fn iris_axes<'a, 'b>(canvas: &'a Canvas<'b>) -> Result<Axes<'a, 'b>> {
    axes(canvas, ("sepal length x₁ in cm", 4.0..7.2, 7), ("petal length x₂ in cm", 0.0..6.0, 6))
}

/// Label −1 is a ring, label 1 a dot, in all figures of the chapter.
fn mark(chart: &mut Axes, at: (f64, f64), y: f64, size: i32) -> Result<()> {
    let style: ShapeStyle = if y > 0.0 { Y.filled() } else { stroke(&Y, 2) };
    chart.draw_series([Circle::new(at, size * UNIT, style)])?;
    Ok(())
}

fn species_on(chart: &mut Axes) -> Result<()> {
    let (x, y) = two_species();
    for (x, &y) in x.rows().into_iter().zip(&y) {
        mark(chart, (x[1], x[2]), y, 4)?;
    }
    Ok(())
}

/// The decision boundary of a neuron between two values of the first feature.
fn boundary_on(chart: &mut Axes, w: &Array1<f64>, (from, to): (f64, f64), style: ShapeStyle) -> Result<()> {
    polyline(chart, [from, to].map(|x1| (x1, boundary(w, x1))), style)?;
    Ok(())
}

/// An arrow in a chart whose two axes have the same scale; its head is `head` long, in the chart's own units.
fn arrow_on(chart: &mut Axes, from: (f64, f64), to: (f64, f64), head: f64) -> Result<()> {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let whole = length(&[dx, dy]);
    let (dx, dy) = (dx / whole * head, dy / whole * head);
    let neck = (to.0 - dx, to.1 - dy);
    polyline(chart, [from, neck], stroke(&W, 3))?;
    let wings = [to, (neck.0 - dy / 2.0, neck.1 + dx / 2.0), (neck.0 + dy / 2.0, neck.1 - dx / 2.0)];
    chart.draw_series([Polygon::new(wings, W.filled())])?;
    Ok(())
}

fn three_activations(canvas: &Canvas) -> Result<()> {
    let mut chart = axes(canvas, ("pre-activation a", -4.0..4.0, 8), ("answer ŷ = f(a)", -2.0..2.0, 5))?;
    for zero in [[(-4.0, 0.0), (4.0, 0.0)], [(0.0, -2.0), (0.0, 2.0)]] {
        polyline(&mut chart, zero, stroke(&RULE, 1))?;
    }
    polyline(&mut chart, [-2.0, 2.0].map(|a| (a, identity(a))), stroke(&INK_DASHED, 2))?;
    let curve = (-40..=40).map(|tenth| f64::from(tenth) / 10.0).map(|a| (a, sigmoid(a)));
    polyline(&mut chart, curve, stroke(&W, 3))?;
    for ends in [[-4.0, -0.12], [0.12, 4.0]] {
        polyline(&mut chart, ends.map(|a| (a, sign(a))), stroke(&Y_HAT, 3))?;
    }
    chart.draw_series([-1.0, 1.0].map(|y| Circle::new((0.0, y), 5 * UNIT, stroke(&Y_HAT, 2))))?;
    chart.draw_series([Circle::new((0.0, sign(0.0)), 5 * UNIT, Y_HAT.filled())])?;
    label(&mut chart, (2.2, 1.25), (0, 0), "sign", (Y_HAT, HPos::Left))?;
    label(&mut chart, (-3.9, -1.25), (0, 0), "sign", (Y_HAT, HPos::Left))?;
    label(&mut chart, (-3.9, 0.25), (0, 0), "sigmoid", (W, HPos::Left))?;
    label(&mut chart, (-1.3, -1.65), (0, 0), "identity", (INK, HPos::Left))
}

fn right_angle(canvas: &Canvas) -> Result<()> {
    let (w, p) = measured();
    let (w1, w2) = (w[1], w[2]);
    let mut chart = axes(canvas, ("x₁", -0.5..6.3, 7), ("x₂", -0.5..5.3, 6))?;
    boundary_on(&mut chart, &w, (-0.4, 3.9), stroke(&INK, 3))?;
    // The arrow starts at (2, 1), which is on the line, and a small square marks the right angle.
    let foot = (2.0, boundary(&w, 2.0));
    arrow_on(&mut chart, foot, (foot.0 + w1, foot.1 + w2), 0.25)?;
    let norm = length(&[w1, w2]);
    let (u1, u2) = (0.3 * w1 / norm, 0.3 * w2 / norm);
    let corner = [(u1, u2), (u1 + u2, u2 - u1), (u2, -u1)].map(|(x, y)| (foot.0 + x, foot.1 + y));
    polyline(&mut chart, corner, stroke(&INK, 1))?;
    let t = pre_activation(&w, &p) / norm;
    let on_line = (p[1] - t * w1 / norm, p[2] - t * w2 / norm);
    polyline(&mut chart, [on_line, (p[1], p[2])], stroke(&INK_DASHED, 2))?;
    mark(&mut chart, (p[1], p[2]), 1.0, 5)?;
    let values = values();
    let value = |name: &str| values[name].clone();
    let weights = format!("({}, {})", value("line.w1"), value("line.w2"));
    label(&mut chart, (4.1, 3.2), (6, 0), "(w₁, w₂)", (W, HPos::Left))?;
    label(&mut chart, (4.1, 3.2), (6, 26), &format!("= {weights}"), (W, HPos::Left))?;
    label(&mut chart, (2.1, 2.8), (-10, -4), &format!("distance {}", value("line.distance")), (INK, HPos::Right))?;
    label(&mut chart, (p[1], p[2]), (0, -18), &format!("a = {}", value("line.a")), (A, HPos::Center))?;
    label(&mut chart, (3.9, -0.2), (6, -2), "a = 0", (A, HPos::Left))?;
    label(&mut chart, (0.6, 0.5), (0, 0), "a < 0", (A, HPos::Center))
}

fn exclusive_or(canvas: &Canvas) -> Result<()> {
    // The four rows of a truth table, and what each gate answers to them.
    let corners = [(-1.0, -1.0), (-1.0, 1.0), (1.0, -1.0), (1.0, 1.0)];
    let w = array![-1.0, 1.0, -1.0];
    let gates = [
        ("x₁ and not x₂", corners.map(|(x1, x2)| neuron(&w, &array![1.0, x1, x2], sign))),
        ("exclusive or", corners.map(|(x1, x2): (f64, f64)| -x1 * x2)),
    ];
    for (panel, (part, (name, answers))) in canvas.split_evenly((1, 2)).iter().zip(gates).enumerate() {
        let mut chart = axes(part, ("x₁", -2.0..2.0, 4), ("", -2.0..2.6, 4))?;
        if panel == 0 {
            boundary_on(&mut chart, &w, (-0.9, 2.0), stroke(&W, 3))?;
        } else {
            polyline(&mut chart, [(-0.83, 0.83), (0.83, -0.83)], stroke(&INK, 2))?;
            polyline(&mut chart, [(-0.83, -0.83), (0.83, 0.83)], stroke(&INK_DASHED, 2))?;
        }
        for (corner, y) in corners.into_iter().zip(answers) {
            mark(&mut chart, corner, y, 7)?;
        }
        label(&mut chart, (0.15, 2.3), (0, 0), name, (INK, HPos::Center))?;
        label(&mut chart, (-2.0, 2.0), (6, 0), "x₂", (INK, HPos::Left))?;
    }
    Ok(())
}

fn rosenblatt_step(canvas: &Canvas) -> Result<()> {
    let (w, x, y) = one_mistake();
    let after = perceptron_step(&w, &x, y);
    let mut chart = axes(canvas, ("x₁", -3.0..4.0, 7), ("x₂", -2.0..4.0, 6))?;
    boundary_on(&mut chart, &w, (-0.5, 2.5), stroke(&W_DASHED, 3))?;
    boundary_on(&mut chart, &after, (-2.6, 1.3), stroke(&W, 3))?;
    for (w, at) in [(&w, 1.5), (&after, -1.0)] {
        let from = (at, boundary(w, at));
        let norm = length(&[w[1], w[2]]);
        arrow_on(&mut chart, from, (from.0 + w[1] / norm, from.1 + w[2] / norm), 0.25)?;
    }
    mark(&mut chart, (x[1], x[2]), y, 6)?;
    label(&mut chart, (x[1], x[2]), (-12, -4), "y = 1", (Y, HPos::Right))?;
    label(&mut chart, (2.1, 3.2), (14, 8), "before", (W, HPos::Left))?;
    label(&mut chart, (-1.8, 2.6), (-14, 8), "after", (W, HPos::Right))
}

/// The weights at which the figure that can be moved begins.
fn first_weights() -> Array1<f64> {
    array![1.5, -1.5, 1.0]
}

fn before_the_steps(canvas: &Canvas) -> Result<()> {
    let w = first_weights();
    let mut chart = axes(canvas, ("first feature x₁", -2.5..2.5, 5), ("second feature x₂", -2.0..2.0, 5))?;
    // The line is steep: with the features exchanged, it tells the x₁ for an x₂.
    let [bottom, top] = [-2.0, 2.0].map(|x2| (boundary(&array![w[0], w[2], w[1]], x2), x2));
    chart.draw_series([Polygon::new([(-2.5, -2.0), bottom, top, (-2.5, 2.0)], Y_HAT.mix(0.22).filled())])?;
    polyline(&mut chart, [bottom, top], stroke(&W, 3))?;
    for (x1, x2) in [(-1.0, -1.0), (-1.0, 1.0), (1.0, -1.0), (1.0, 1.0)] {
        let x = array![1.0, x1, x2];
        let y = neuron(&and_weights(), &x, sign);
        mark(&mut chart, (x1, x2), y, 7)?;
        if neuron(&w, &x, sign) != y {
            chart.draw_series([
                EmptyElement::at((x1, x2)) + Cross::new((14 * UNIT, -14 * UNIT), 6 * UNIT, stroke(&INK, 3))
            ])?;
        }
    }
    label(&mut chart, (-1.9, 0.1), (0, 0), "ŷ = 1", (Y_HAT, HPos::Center))?;
    label(&mut chart, (1.9, 0.1), (0, 0), "ŷ = −1", (Y_HAT, HPos::Center))
}

fn iris_epochs(canvas: &Canvas) -> Result<()> {
    let (x, y) = two_species();
    let mut chart = axes(canvas, ("sepal length x₁ in cm", 4.0..7.2, 7), ("petal length x₂ in cm", -5.0..6.0, 6))?;
    polyline(&mut chart, [(4.0, 0.0), (7.2, 0.0)], stroke(&RULE, 1))?;
    species_on(&mut chart)?;
    for epochs in 1..=4 {
        boundary_on(&mut chart, &train_perceptron(&x, &y, epochs), (4.0, 7.1), stroke(&W_DASHED, 2))?;
    }
    boundary_on(&mut chart, &train_perceptron(&x, &y, 5), (4.0, 7.1), stroke(&W, 3))?;
    label(&mut chart, (7.15, 2.0), (0, 0), "after 5", (W, HPos::Right))?;
    label(&mut chart, (7.15, -1.7), (0, 0), "after 3 and 4", (W, HPos::Right))?;
    label(&mut chart, (4.1, -3.3), (0, 0), "after 1 and 2", (W, HPos::Left))
}

fn iris_learned(canvas: &Canvas) -> Result<()> {
    let (x, y) = two_species();
    let mut chart = iris_axes(canvas)?;
    boundary_on(&mut chart, &by_hand(), (4.0, 7.2), stroke(&INK_DASHED, 2))?;
    boundary_on(&mut chart, &train_perceptron(&x, &y, 5), (4.0, 7.2), stroke(&W, 3))?;
    species_on(&mut chart)?;
    let new = &three_flowers()[2].1;
    chart.draw_series([Cross::new((new[1], new[2]), 6 * UNIT, stroke(&INK, 3))])?;
    label(&mut chart, (4.15, 5.2), (0, 0), "ŷ = 1: versicolor", (Y_HAT, HPos::Left))?;
    label(&mut chart, (4.15, 0.45), (0, 0), "ŷ = −1: setosa", (Y_HAT, HPos::Left))?;
    label(&mut chart, (7.15, 2.55), (0, 0), "learned", (W, HPos::Right))?;
    label(&mut chart, (7.15, 3.4), (0, 0), "by hand", (INK, HPos::Right))
}
