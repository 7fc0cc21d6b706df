//! Slopes that are measured: chords of a curve, how wrong they are, and the growth in each direction.

use super::super::examples::{sine_errors, valley, valley_start};
use super::super::values::values;
use super::{dots, label, line};
use crate::figures::Figure;
use crate::figures::drawing::{Axes, Canvas, INK, INK_DASHED, RULE, W, axes, axes_with};
use crate::values::fixed;
use anyhow::Result;
use ch05::{central_difference, forward_difference};
use ndarray::array;
use plotters::style::RGBColor;
use plotters::style::text_anchor::HPos;

pub fn figures() -> Vec<Figure> {
    vec![
        Figure {
            name: "chords",
            title: "A curve, its tangent, and two chords",
            describe: || {
                let values = values();
                format!(
                    "The curve f(x) = x³ from x = 1.2 to 2.7. The dashed tangent at x = 2 has slope 12. The chord \
                     from x = 2 to 2.5 is steeper, {}; the chord from 1.5 to 2.5 is nearly parallel to the tangent, \
                     with slope {}.",
                    values["gd.cube.f1"], values["gd.cube.c1"]
                )
            },
            size: (480, 350),
            draw: chords,
        },
        Figure {
            name: "difference-errors",
            title: "How wrong the two differences are, for steps h of all sizes",
            describe: || {
                "Both axes go in powers of ten. From right to left, as h shrinks from 1, the error of the forward \
                 difference falls along a line until h is about 10⁻⁸, that of the central difference along a line \
                 twice as steep until h is about 10⁻⁵. To the left of these places both rise again, jagged, and meet."
                    .into()
            },
            size: (480, 370),
            draw: errors,
        },
        Figure {
            name: "growth-by-direction",
            title: "How fast the error grows in each direction",
            describe: || {
                "A cosine curve over the angle between the direction of a step and the gradient, from 0 to 360 \
                 degrees, with measured dots on it. It is highest at 0 degrees, crosses zero at 90 and 270, and is \
                 lowest at 180 degrees."
                    .into()
            },
            size: (480, 330),
            draw: growth,
        },
    ]
}

fn chords(canvas: &Canvas) -> Result<()> {
    let f = |x: f64| x * x * x;
    let (x, h) = (2.0, 0.5);
    let mut chart = axes(canvas, ("𝑥", 1.0..3.0, 5), ("f(𝑥)", 0.0..24.0, 5))?;
    line(&mut chart, (60..=140).map(|x| (f64::from(x) / 50.0, f(f64::from(x) / 50.0))), (INK, 3))?;
    let through = |at: f64, slope: f64, [from, to]: [f64; 2]| [from, to].map(|x| (x, f(at) + slope * (x - at)));
    line(&mut chart, through(x, 12.0, [1.45, 2.85]), (INK_DASHED, 2))?;
    line(&mut chart, through(x - h, central_difference(&f, x, h), [1.5, 2.5]), (W, 2))?;
    line(&mut chart, through(x, forward_difference(&f, x, h), [2.0, 2.5]), (W, 2))?;
    dots(&mut chart, [x - h, x, x + h].map(|x| (x, f(x))), 5, W)?;
    label(&mut chart, (x - h, f(x - h)), (-6, -14), "𝑥 − ℎ", (INK, HPos::Right))?;
    label(&mut chart, (x, f(x)), (10, 14), "𝑥", (INK, HPos::Left))?;
    label(&mut chart, (x + h, f(x + h)), (-12, -6), "𝑥 + ℎ", (INK, HPos::Right))?;
    label(&mut chart, (1.9, 10.2), (-6, 0), "two chords", (W, HPos::Right))?;
    label(&mut chart, (2.98, 11.4), (0, 0), "the tangent at 𝑥", (INK, HPos::Right))
}

/// Axes in powers of ten; a point stands where its exponents say.
fn powers_of_ten<'a, 'b>(canvas: &'a Canvas<'b>, x: &str, y: &str) -> Result<Axes<'a, 'b>> {
    axes_with(canvas, (x, -15.2..0.4, 5), (y, -13.0..0.8, 7), |exponent| {
        let raised = |c: char| "⁻⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(c.to_digit(10).map_or(0, |digit| digit as usize + 1));
        format!("10{}", format!("{exponent:.0}").replace("-0", "0").chars().filter_map(raised).collect::<String>())
    })
}

fn errors(canvas: &Canvas) -> Result<()> {
    let mut chart = powers_of_ten(canvas, "step ℎ", "error of the slope")?;
    let exponents = |error: fn(&(f64, f64, f64)) -> f64| {
        let pairs = sine_errors().into_iter().map(move |at| (at.0.log10(), error(&at).log10()));
        pairs.filter(|at| at.1.is_finite() && at.1 > -13.0)
    };
    line(&mut chart, exponents(|at| at.1), (INK, 2))?;
    line(&mut chart, exponents(|at| at.2), (W, 3))?;
    label(&mut chart, (-4.6, -3.9), (0, 0), "forward", (INK, HPos::Right))?;
    label(&mut chart, (-2.1, -6.4), (0, 0), "central", (W, HPos::Left))?;
    label(&mut chart, (-12.6, -0.4), (0, 0), "rounding", (INK, HPos::Left))?;
    label(&mut chart, (-2.1, 0.4), (0, 0), "bending", (INK, HPos::Center))
}

fn growth(canvas: &Canvas) -> Result<()> {
    let (a, (at, _)) = (valley(), valley_start());
    let error = |w: &ndarray::Array1<f64>| 0.5 * w.dot(&a.dot(w));
    let gradient = a.dot(&at);
    let length = gradient.dot(&gradient).sqrt();
    let turned = gradient[1].atan2(gradient[0]);
    let measured = |degrees: f64| {
        let angle = turned + degrees.to_radians();
        let step = 0.001 * array![angle.cos(), angle.sin()];
        (error(&(&at + &step)) - error(&at)) / 0.001
    };
    let mut chart =
        axes(canvas, ("angle to the gradient in degrees", 0.0..360.0, 5), ("growth of E per length", -18.0..14.0, 6))?;
    line(&mut chart, [(0.0, 0.0), (360.0, 0.0)], (RULE, 1))?;
    let curve = (0..=180).map(|part| f64::from(2 * part)).map(|d| (d, length * d.to_radians().cos()));
    line(&mut chart, curve, (W, 3))?;
    dots(&mut chart, (0..=24).map(|part| 15.0 * f64::from(part)).map(|d| (d, measured(d))), 4, W)?;
    let down = (180.0, -length);
    let style: (RGBColor, HPos) = (INK, HPos::Center);
    label(&mut chart, down, (0, 22), &format!("steepest down: −{}", fixed(length, 1)), style)
}
