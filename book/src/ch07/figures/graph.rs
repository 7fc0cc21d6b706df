//! b = a + a, c = b · a as circles and arrows: values inside, local derivatives on the arrows, derivatives beside.

use super::table::{diamond, short};
use crate::figures::drawing::{Canvas, INK, UNIT, W, letters, path, stroke};
use anyhow::Result;
use ch07::backward;
use ch07::given::Var;
use plotters::prelude::{Circle, Polygon, Text};
use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBColor};

const RADIUS: f64 = 34.0;
/// The middles of a, b and c.
const PLACES: [(f64, f64); 3] = [(62.0, 196.0), (240.0, 66.0), (418.0, 196.0)];

pub fn draw(canvas: &Canvas) -> Result<()> {
    let tape = diamond().tape;
    let found = backward(&tape, Var(2));
    let write = |text: &str, (x, y): (f64, f64), colour: RGBColor, side: HPos| -> Result<()> {
        canvas.draw(&Text::new(
            text,
            ((x * f64::from(UNIT)) as i32, (y * f64::from(UNIT)) as i32),
            letters(&colour, side),
        ))?;
        Ok(())
    };
    for (i, name) in ["𝑎", "b", "c"].into_iter().enumerate() {
        let (x, y) = PLACES[i];
        let middle = (x as i32 * UNIT, y as i32 * UNIT);
        canvas.draw(&Circle::new(middle, RADIUS as i32 * UNIT, stroke(&INK, 2)))?;
        write(&format!("{name} = {}", short(tape.nodes[i].value)), (x, y), INK, HPos::Center)?;
        let below = if i == 1 { y - RADIUS - 14.0 } else { y + RADIUS + 18.0 };
        write(&format!("∂c/∂{name} = {}", short(found[i])), (x.clamp(58.0, 422.0), below), W, HPos::Center)?;
    }
    // Between which, how far they bow to the left of their way, where the local derivative is written.
    for (from, to, bow, (dx, dy)) in
        [(0, 1, 26.0, (-14.0, -10.0)), (0, 1, -26.0, (14.0, 12.0)), (1, 2, 0.0, (16.0, -8.0)), (0, 2, 0.0, (0.0, 18.0))]
    {
        let local = tape.nodes[to].parents.iter().find(|(parent, _)| parent.0 == from).map_or(0.0, |(_, local)| *local);
        let (dx, dy) = arrow(canvas, PLACES[from], PLACES[to], bow).map(|(x, y)| (x + dx, y + dy))?;
        write(&short(local), (dx, dy), INK, HPos::Center)?;
    }
    let [by_b, direct] = [found[1] * tape.nodes[1].parents[0].1, tape.nodes[2].parents[1].1].map(short);
    write(&format!("∂c/∂𝑎 = {by_b} + {by_b} + {direct} = {}", short(found[0])), (240.0, 296.0), W, HPos::Center)
}

/// An arrow from rim to rim; returns its middle.
fn arrow(canvas: &Canvas, from: (f64, f64), to: (f64, f64), bow: f64) -> Result<(f64, f64)> {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = dx.hypot(dy);
    let (right, down) = (dx / length, dy / length);
    let at = |t: f64| {
        let aside = 4.0 * bow * t * (1.0 - t);
        (from.0 + dx * t + aside * down, from.1 + dy * t - aside * right)
    };
    let outside = |t: f64, (x, y): (f64, f64), rim: f64| (at(t).0 - x).hypot(at(t).1 - y) > rim;
    let steps = || (0..=100).map(|t| f64::from(t) / 100.0);
    let points: Vec<f64> = steps().filter(|&t| outside(t, from, RADIUS) && outside(t, to, RADIUS + 8.0)).collect();
    let unit = |(x, y): (f64, f64)| ((x * f64::from(UNIT)) as i32, (y * f64::from(UNIT)) as i32);
    path(canvas, points.iter().map(|&t| unit(at(t))), stroke(&INK, 2))?;
    let last = points[points.len() - 1];
    let tip = steps().rfind(|&t| outside(t, to, RADIUS)).unwrap_or(last);
    let (end, before) = (at(tip), at(last - 0.02));
    let along = (end.0 - before.0, end.1 - before.1);
    let long = along.0.hypot(along.1);
    let (x, y) = (along.0 / long, along.1 / long);
    let side = |by: f64| (end.0 - 11.0 * x - by * y, end.1 - 11.0 * y + by * x);
    canvas.draw(&Polygon::new([end, side(5.0), side(-5.0)].map(unit), INK.filled()))?;
    Ok(at(0.5))
}
