//! Slopes of two paths that add up, and the shapes of a gradient for weights.

use crate::figures::Figure;
use crate::figures::diagram::{Matrix, arrow, at, product, write};
use crate::figures::drawing::{A, Canvas, H, INK, UNIT, W, stroke};
use crate::values::fixed;
use anyhow::Result;
use ch06::hidden_gradient;
use ndarray::{Array2, array};
use plotters::prelude::Circle;
use plotters::style::RGBColor;
use plotters::style::text_anchor::HPos;

pub fn figure() -> Figure {
    Figure {
        name: "two-paths",
        title: "One hidden neuron, two outputs: the slopes of both paths add up",
        describe: || {
            let ([first, second], [d1, d2], sum) = numbers();
            format!(
                "From h two lines lead to the pre-activations of two outputs, with the weights {}, and {}; from both of them a line \
                 leads to the error. On the way back each path brings the slope at its pre-activation, {} and {}, times its weight. \
                 Their sum is the slope at h: {}.",
                fixed(first, 1),
                fixed(second, 1),
                fixed(d1, 2),
                fixed(d2, 2),
                fixed(sum, 2)
            )
        },
        size: (480, 290),
        draw,
    }
}

/// The weights of both paths, the slopes at their ends, and what `hidden_gradient` makes of them.
fn numbers() -> ([f64; 2], [f64; 2], f64) {
    let (weights, slopes) = ([2.0, -1.0], [0.3, 0.2]);
    let w2 = Array2::from_shape_fn((2, 2), |(output, column)| if column == 0 { 0.0 } else { weights[output] });
    let sum = hidden_gradient(&array![slopes], &w2);
    (weights, slopes, sum[[0, 0]])
}

fn draw(canvas: &Canvas) -> Result<()> {
    let ([w1, w2], [d1, d2], sum) = numbers();
    let (start, upper, lower, end) = ((60, 120), (240, 50), (240, 190), (420, 120));
    for (place, weight, slope, side) in [(upper, w1, d1, -1), (lower, w2, d2, 1)] {
        arrow(canvas, (start.0 + 26, start.1 + 12 * side), (place.0 - 28, place.1 - 6 * side), &W, &W)?;
        arrow(canvas, (place.0 + 28, place.1 - 6 * side), (end.0 - 26, end.1 + 12 * side), &INK, &INK)?;
        write(canvas, &format!("weight {}", fixed(weight, 0)), (136, 120 + 62 * side), (W, HPos::Center))?;
        write(canvas, &format!("slope {}", fixed(slope, 1)), (348, 120 + 62 * side), (A, HPos::Center))?;
    }
    let node = |place: (i32, i32), name: &str, colour: RGBColor| -> Result<()> {
        canvas.draw(&Circle::new(at(place.0, place.1), 24 * UNIT, stroke(&colour, 2)))?;
        write(canvas, name, place, (colour, HPos::Center))
    };
    node(start, "h", H)?;
    node(upper, "a₁", A)?;
    node(lower, "a₂", A)?;
    node(end, "E", INK)?;
    let bracketed = |number: f64| if number < 0.0 { format!("({})", fixed(number, 0)) } else { fixed(number, 0) };
    let words = format!(
        "∂E/∂h = {} · {} + {} · {} = {}",
        fixed(w1, 0),
        fixed(d1, 1),
        bracketed(w2),
        fixed(d2, 1),
        fixed(sum, 1)
    );
    write(canvas, &words, (240, 264), (INK, HPos::Center))
}

pub fn shapes() -> Figure {
    Figure {
        name: "shapes-gradient",
        title: "The shapes of the slopes of the output weights",
        describe: || {
            "Three rectangles: the transpose of Δ₂, with m rows and n columns, times H, with n rows and d + 1 columns, is \
             ∂E/∂W₂, with m rows and d + 1 columns, the shape of W₂. One row of the first, one column of the second and one entry \
             of the third are marked."
                .into()
        },
        size: (480, 190),
        draw: |canvas| {
            let matrices = [
                Matrix { name: "Δ₂ᵀ", shape: "(m, n)", rows: 2, columns: 6, colour: A },
                Matrix { name: "H", shape: "(n, d + 1)", rows: 6, columns: 4, colour: H },
                Matrix { name: "∂E/∂W₂", shape: "(m, d + 1)", rows: 2, columns: 4, colour: W },
            ];
            product(canvas, &matrices, (480, 190), 20)
        },
    }
}
