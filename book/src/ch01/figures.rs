//! Chapter 1: Hubble's table, residuals, the error as a function of a weight, Anscombe's quartet.

mod bowl;

use super::examples::three_samples;
use super::values::values;
use crate::figures::Figure;
use crate::figures::drawing::{
    Axes, Canvas, INK, INK_DASHED, UNIT, W, W_DASHED, Y, Y_HAT, axes, label, polyline, stroke,
};
use crate::values::fixed;
use anyhow::Result;
use ch01::{least_squares, mse, mse_gradient, predict_batch, with_bias};
use datasets::{anscombe, hubble};
use ndarray::{Array1, Axis, array};
use plotters::prelude::{Circle, Cross, EmptyElement, Rectangle};
use plotters::style::Color;
use plotters::style::text_anchor::HPos;

/// The figures of this chapter.
pub fn figures() -> Vec<Figure> {
    vec![
        Figure {
            name: "hubble-points",
            title: "Distance and velocity of Hubble’s nebulae",
            describe: || {
                "Scatter plot. Distance runs from 0 to 2 megaparsecs, velocity from below 0 to about 1100 \
                 kilometres per second. The points scatter widely about a rising trend: some of the near ones come \
                 towards us, and the farthest are the fastest."
                    .into()
            },
            size: (480, 330),
            draw: |canvas| points_on(&mut nebulae_axes(canvas)?, &hubble().distance, &hubble().velocity),
        },
        Figure {
            name: "hubble",
            title: "Hubble’s table and the two lines fitted to it",
            describe: || {
                let values = values();
                format!(
                    "The scatter plot of distance and velocity with two rising lines that nearly coincide: a solid \
                     one with bias {} and slope {}, a dashed one through the origin with slope {}.",
                    values["hubble.bias"], values["hubble.slope"], values["hubble.slope_origin"]
                )
            },
            size: (480, 330),
            draw: nebulae,
        },
        Figure {
            name: "residuals",
            title: "Three samples, a line, and what it leaves over",
            describe: || {
                let values = values();
                format!(
                    "Three points at x = 0, 1 and 2 and the fitted line. A vertical stroke joins each point to the \
                     line: the residuals are {}, {} and {}.",
                    values["hand.e1"], values["hand.e2"], values["hand.e3"]
                )
            },
            size: (480, 330),
            draw: residuals,
        },
        Figure {
            name: "squares",
            title: "Three samples, a first guess, and the squares of its residuals",
            describe: || {
                let values = values();
                format!(
                    "Three points at x = 0, 1 and 2, and the line ŷ = x. From each point that is not on it a square reaches \
                     down to the line; their areas are {}, {} and {}.",
                    values["hand.guess.s1"], values["hand.guess.s2"], values["hand.guess.s3"]
                )
            },
            size: (480, 400),
            draw: squares,
        },
        bowl::shapes(),
        bowl::figure(),
        Figure {
            name: "slope-of-the-error",
            title: "The error as a function of the slope",
            describe: || {
                "A parabola that opens upwards: the mean squared error over the slope w of a line through the \
                 origin. At w = 150 a tangent points steeply down to the right; at the lowest point the tangent is \
                 level."
                    .into()
            },
            size: (480, 330),
            draw: slope_of_the_error,
        },
        Figure {
            name: "anscombe",
            title: "Anscombe’s quartet",
            describe: || {
                "Four scatter plots with the same fitted line. First: points scattered about the line. Second: a \
                 smooth arch. Third: points on a straight line, with one far above it. Fourth: all points at x = \
                 8, but for one at x = 19."
                    .into()
            },
            size: (480, 440),
            draw: quartet,
        },
    ]
}

fn nebulae_axes<'a, 'b>(canvas: &'a Canvas<'b>) -> Result<Axes<'a, 'b>> {
    axes(canvas, ("distance x in Mpc", 0.0..2.2, 5), ("velocity y in km/s", -300.0..1200.0, 6))
}

/// Observed answers are dots.
fn points_on(chart: &mut Axes, x: &Array1<f64>, y: &Array1<f64>) -> Result<()> {
    chart.draw_series(x.iter().zip(y).map(|(&x, &y)| Circle::new((x, y), 4 * UNIT, Y.filled())))?;
    Ok(())
}

fn line_on(chart: &mut Axes, from: f64, to: f64, w: &Array1<f64>) -> Result<()> {
    let ends = [from, to].map(|x| (x, w[0] + w[1] * x));
    polyline(chart, ends, stroke(&Y_HAT, 3))?;
    Ok(())
}

fn nebulae(canvas: &Canvas) -> Result<()> {
    let table = hubble();
    let x = table.distance.clone().insert_axis(Axis(1));
    let w = least_squares(&with_bias(&x), &table.velocity);
    let through_origin = least_squares(&x, &table.velocity)[0];
    let mut chart = nebulae_axes(canvas)?;
    let dashed = [0.0, 2.2].map(|x| (x, through_origin * x));
    polyline(&mut chart, dashed, stroke(&W_DASHED, 2))?;
    line_on(&mut chart, 0.0, 2.2, &w)?;
    points_on(&mut chart, &table.distance, &table.velocity)?;
    label(&mut chart, (0.06, 1110.0), (0, 0), "solid: with a bias", (Y_HAT, HPos::Left))?;
    label(&mut chart, (0.06, 1000.0), (0, 0), "dashed: through the origin", (W, HPos::Left))
}

fn residuals(canvas: &Canvas) -> Result<()> {
    let (x, y) = three_samples();
    let w = least_squares(&with_bias(&x), &y);
    let y_hat = predict_batch(&with_bias(&x), &w);
    let mut chart = axes(canvas, ("feature x", -0.7..2.5, 4), ("answer y", 0.0..5.0, 6))?;
    line_on(&mut chart, -0.3, 2.5, &w)?;
    for j in 0..3 {
        let (x, e) = (x[[j, 0]], y[j] - y_hat[j]);
        polyline(&mut chart, [(x, y[j]), (x, y_hat[j])], stroke(&INK, 2))?;
        // On the side of the stroke where the line does not pass.
        let (shift, side) = if e > 0.0 { (-8, HPos::Right) } else { (8, HPos::Left) };
        label(&mut chart, (x, (y[j] + y_hat[j]) / 2.0), (shift, 0), &format!("e = {}", fixed(e, 1)), (INK, side))?;
    }
    points_on(&mut chart, &x.column(0).to_owned(), &y)?;
    chart.draw_series((0..3).map(|j| Cross::new((x[[j, 0]], y_hat[j]), 5 * UNIT, stroke(&Y_HAT, 2))))?;
    label(&mut chart, (2.0, y[2]), (-8, -14), "observed y", (INK, HPos::Right))?;
    label(&mut chart, (2.5, 2.9), (0, 0), "predicted ŷ", (INK, HPos::Right))
}

fn squares(canvas: &Canvas) -> Result<()> {
    let (x, y) = three_samples();
    let guess = array![0.0, 1.0];
    let y_hat = predict_batch(&with_bias(&x), &guess);
    let mut chart = axes(canvas, ("feature x", -1.0..5.0, 6), ("answer y", -1.0..7.0, 8))?;
    for j in 0..3 {
        let (above, below) = (chart.backend_coord(&(x[[j, 0]], y[j])), chart.backend_coord(&(x[[j, 0]], y_hat[j])));
        let side = below.1 - above.1;
        let square = Rectangle::new([(0, 0), (-side, side)], Y_HAT.mix(0.18).filled());
        chart.draw_series([EmptyElement::at((x[[j, 0]], y[j])) + square])?;
        polyline(&mut chart, [(x[[j, 0]], y[j]), (x[[j, 0]], y_hat[j])], stroke(&INK, 2))?;
    }
    line_on(&mut chart, -1.0, 5.0, &guess)?;
    points_on(&mut chart, &x.column(0).to_owned(), &y)
}

fn slope_of_the_error(canvas: &Canvas) -> Result<()> {
    let table = hubble();
    let (x, y) = (table.distance.insert_axis(Axis(1)), table.velocity);
    // In ten thousands, so that the numbers at the axis are short.
    let error = |w: f64| mse(&predict_batch(&x, &array![w]), &y) / 1e4;
    let best = least_squares(&x, &y)[0];
    let mut chart =
        axes(canvas, ("weight w in km/s per Mpc", 0.0..850.0, 5), ("error E in 10⁴ (km/s)²", 0.0..32.0, 5))?;
    polyline(&mut chart, (0..=85).map(|w| (f64::from(w) * 10.0, error(f64::from(w) * 10.0))), stroke(&W, 3))?;
    for (at, reach) in [(150.0, 110.0), (best, 160.0)] {
        let slope = mse_gradient(&x, &y, &array![at])[0] / 1e4;
        let ends = [at - reach, at + reach].map(|w| (w, error(at) + slope * (w - at)));
        polyline(&mut chart, ends, stroke(&INK_DASHED, 2))?;
        chart.draw_series([Circle::new((at, error(at)), 5 * UNIT, INK.filled())])?;
    }
    label(&mut chart, (150.0, error(150.0)), (14, -12), "slope below 0: go right", (INK, HPos::Left))?;
    label(&mut chart, (best, error(best)), (0, 24), "slope 0: the bottom", (INK, HPos::Center))
}

fn quartet(canvas: &Canvas) -> Result<()> {
    for (number, ((x, y), part)) in anscombe().iter().zip(canvas.split_evenly((2, 2))).enumerate() {
        let w = least_squares(&with_bias(&x.clone().insert_axis(Axis(1))), y);
        let mut chart = axes(&part, ("", 2.0..20.0, 4), ("", 2.0..14.0, 4))?;
        line_on(&mut chart, 2.0, 20.0, &w)?;
        points_on(&mut chart, x, y)?;
        label(&mut chart, (3.0, 13.0), (0, 0), ["I", "II", "III", "IV"][number], (INK, HPos::Left))?;
    }
    Ok(())
}
