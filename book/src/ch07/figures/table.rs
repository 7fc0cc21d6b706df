//! A tape as a table, with arcs from each line to those that use it.

use super::super::widget::{lines, tape};
use crate::figures::drawing::{A, Canvas, FAINT, INK, UNIT, W, X, Y, Y_HAT, letters, path, stroke};
use crate::values::fixed;
use anyhow::Result;
use ch07::backward;
use ch07::given::{Tape, Var};
use plotters::prelude::{PathElement, Polygon, Text};
use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBColor, ShapeStyle};
use widget_abi::Input;

/// The lines of a tape in words, each in the colour of its symbol, and their names.
pub struct Table {
    pub tape: Tape,
    lines: Vec<(&'static str, RGBColor)>,
}

impl Table {
    /// How the text of a line begins: its name.
    fn name(&self, line: Var) -> &'static str {
        self.lines[line.0].0.split(' ').next().unwrap_or_default()
    }
}

/// b = a + a, c = b · a.
pub fn diamond() -> Table {
    let words = vec![("𝑎", INK), ("b = 𝑎 + 𝑎", INK), ("c = b · 𝑎", INK)];
    Table { tape: tape(&lines(&mut Input::new(&[0.0, 3.0]))), lines: words }
}

/// Chapter 6's neuron.
pub fn neuron() -> Table {
    let words = vec![
        ("w₁", W),
        ("x₁", X),
        ("w₂", W),
        ("x₂", X),
        ("y", Y),
        ("p = w₁ · x₁", INK),
        ("q = w₂ · x₂", INK),
        ("a = p + q", A),
        ("ŷ = σ(a)", Y_HAT),
        ("d = ŷ − y", INK),
        ("E = d · d", INK),
    ];
    Table { tape: tape(&lines(&mut Input::new(&[2.0, -1.0, 1.0]))), lines: words }
}

/// The edges of the columns: numbers, lines, values (right), local derivatives, derivatives (right), arcs.
const COLUMNS: [i32; 6] = [8, 32, 186, 206, 404, 412];
const HEAD: i32 = 22;

/// With a column for the derivatives of the last line, or without.
pub fn draw(canvas: &Canvas, table: &Table, swept: bool) -> Result<()> {
    let nodes = &table.tape.nodes;
    let row = if nodes.len() > 3 { 35 } else { 48 };
    let height = |line: usize| HEAD + row * line as i32 + row / 2 + 6;
    let write = |text: &str, x: i32, y: i32, (colour, side): (RGBColor, HPos)| -> Result<()> {
        canvas.draw(&Text::new(text, (x * UNIT, y * UNIT), letters(&colour, side)))?;
        Ok(())
    };
    let [number, line, value, local, derivative, arcs] = COLUMNS;
    write("line", line, HEAD - 8, (INK, HPos::Left))?;
    write("value", value, HEAD - 8, (INK, HPos::Right))?;
    write("grows", local, HEAD - 8, (INK, HPos::Left))?;
    if swept {
        write("derivative", derivative, HEAD - 8, (INK, HPos::Right))?;
    }
    let output = nodes.len() - 1;
    let found = backward(&table.tape, Var(output));
    for (i, node) in nodes.iter().enumerate() {
        let (y, top) = (height(i), height(i) - row / 2);
        let rule = ShapeStyle { color: FAINT.mix(0.35), ..stroke(&FAINT, 1) };
        canvas.draw(&PathElement::new([(0, top * UNIT), (derivative * UNIT, top * UNIT)], rule))?;
        let (text, colour) = table.lines[i];
        write(&i.to_string(), number, y, (INK, HPos::Left))?;
        write(text, line, y, (colour, HPos::Left))?;
        write(&short(node.value), value, y, (INK, HPos::Right))?;
        write(&grows(table, i), local, y, (INK, HPos::Left))?;
        if swept {
            write(&short(found[i]), derivative, y, (INK, HPos::Right))?;
        }
        for (which, (parent, _)) in node.parents.iter().enumerate() {
            let twice = node.parents.len() == 2 && node.parents[0].0 == node.parents[1].0;
            // Twice the same parent: two arcs, one in the other.
            let inner = if twice && which == 1 { 0.55 } else { 1.0 };
            arc(canvas, arcs + 2, (height(parent.0), y), inner)?;
        }
    }
    Ok(())
}

/// How fast a line grows with its parents.
fn grows(table: &Table, line: usize) -> String {
    let parents = &table.tape.nodes[line].parents;
    match parents[..] {
        [] => String::new(),
        [(a, one), (b, other)] if a == b => {
            debug_assert!(one == other, "both uses have the same derivative here");
            format!("{} × {}, twice", short(one), table.name(a))
        }
        _ => {
            let each = parents.iter().map(|&(parent, local)| format!("{} × {}", short(local), table.name(parent)));
            each.collect::<Vec<_>>().join(", ")
        }
    }
}

/// A number with as many digits as it needs, and three at most.
pub fn short(number: f64) -> String {
    let shown = fixed(number, 3);
    shown.trim_end_matches('0').trim_end_matches('.').to_string()
}

/// From the height of a parent to that of the line that uses it, by the right.
fn arc(canvas: &Canvas, x: i32, (from, to): (i32, i32), inner: f64) -> Result<()> {
    let bow = inner * (8.0 + 3.4 * f64::from(to - from).sqrt()).min(60.0);
    let to = to - if inner < 1.0 { 5 } else { 0 };
    // A Bézier curve that leaves and arrives sideways.
    let point = |t: f64| {
        let along = f64::from(from) + f64::from(to - from) * t * t * (3.0 - 2.0 * t);
        let aside = f64::from(x) + 4.0 * bow * t * (1.0 - t);
        ((aside * f64::from(UNIT)).round() as i32, (along * f64::from(UNIT)).round() as i32)
    };
    path(canvas, (0..=24).map(|t| point(f64::from(t) / 24.0)), stroke(&FAINT, 2))?;
    let tip = [(x, to), (x + 9, to - 4), (x + 9, to + 4)].map(|(x, y)| (x * UNIT, y * UNIT));
    canvas.draw(&Polygon::new(tip, FAINT.filled()))?;
    Ok(())
}
