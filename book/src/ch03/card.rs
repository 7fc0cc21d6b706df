//! The card of this chapter: activation functions side by side.

use crate::figures::card::plane;
use crate::figures::drawing::{Canvas, FAINT, H, polyline, stroke};
use anyhow::Result;
use ch03::{relu, sigmoid, silu, softplus, tanh};
use plotters::style::{Color, ShapeStyle};

type Activation = fn(f64) -> f64;

pub fn draw(canvas: &Canvas) -> Result<()> {
    let mut chart = plane(canvas, -3.2..3.2, -1.1..2.2)?;
    polyline(&mut chart, [(-3.2, 0.0), (3.2, 0.0)], stroke(&FAINT, 1))?;
    polyline(&mut chart, [(0.0, -1.1), (0.0, 2.2)], stroke(&FAINT, 1))?;
    let curves: [(Activation, f64); 5] = [(softplus, 0.35), (silu, 0.5), (sigmoid, 0.65), (tanh, 0.8), (relu, 1.0)];
    for (f, opacity) in curves {
        let places = (-64..=64).map(|a| f64::from(a) / 20.0);
        let seen = places.map(|a| (a, f(a))).filter(|(_, value)| *value <= 2.2);
        let style = stroke(&H, 3);
        polyline(&mut chart, seen, ShapeStyle { color: H.mix(opacity), ..style })?;
    }
    Ok(())
}
