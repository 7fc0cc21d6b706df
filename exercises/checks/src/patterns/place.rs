//! The same part of every wrong answer is wrong: one of several values, a row, a column, an entry.

use super::{Case, ENOUGH, Part};
use crate::answer::alike;
use crate::close;

/// The place of a number in an answer. A vector has one column.
#[derive(Clone, Copy)]
struct Cell {
    row: usize,
    column: usize,
    rows: usize,
    columns: usize,
}

/// A part of a matrix or a vector. What it is called in a matrix; in a vector, a row is an entry.
type Region = (&'static str, fn(Cell) -> bool);

const ROWS: [Region; 4] = [
    ("only the first row is wrong", |it| it.row == 0),
    ("only the last row is wrong", |it| it.row + 1 == it.rows),
    ("the first row is right, all others are wrong", |it| it.row > 0),
    ("the last row is right, all others are wrong", |it| it.row + 1 < it.rows),
];
const COLUMNS: [Region; 6] = [
    ("only the first column is wrong", |it| it.column == 0),
    ("only the last column is wrong", |it| it.column + 1 == it.columns),
    ("the first column is right, all others are wrong", |it| it.column > 0),
    ("the last column is right, all others are wrong", |it| it.column + 1 < it.columns),
    ("only the diagonal is right", |it| it.row != it.column),
    ("only the diagonal is wrong", |it| it.row == it.column),
];

pub fn of_all(cases: &[Case]) -> Option<String> {
    let wrong: Vec<&Case> = cases.iter().filter(|case| !case.is_right()).collect();
    let parts: Vec<Vec<Part>> = wrong.iter().map(|case| case.same_shape()).collect::<Option<_>>()?;
    if wrong.len() < ENOUGH {
        return None;
    }
    let words = if parts[0].len() > 1 { only_one_part(&parts)? } else { region(&parts)? };
    Some(format!("{words}, in all {} cases that are wrong", wrong.len()))
}

fn only_one_part(parts: &[Vec<Part>]) -> Option<String> {
    let is_right = |part: usize| parts.iter().all(|parts| alike(parts[part].1, parts[part].2));
    let mut wrong = (0..parts[0].len()).filter(|&part| !is_right(part));
    let (only, None) = (wrong.next()?, wrong.next()) else { return None };
    let name = parts[0][only].0;
    let verb = if name.ends_with('s') { "are" } else { "is" };
    Some(format!("only {name} {verb} wrong"))
}

fn region(parts: &[Vec<Part>]) -> Option<String> {
    let of_all = |holds: fn(&[usize]) -> bool| parts.iter().all(|parts| holds(&parts[0].2.shape));
    let matrices = of_all(|shape| shape.len() == 2);
    // One wrong row of one row would be all there is.
    let rows = if of_all(|shape| shape.first().is_some_and(|&rows| rows > 1)) { ROWS.as_slice() } else { &[] };
    let columns = if of_all(|shape| shape.len() == 2 && shape[1] > 1) { COLUMNS.as_slice() } else { &[] };
    let (words, inside) =
        rows.iter().chain(columns).find(|(_, inside)| parts.iter().all(|it| is_wrong_in(&it[0], *inside)))?;
    let zero = parts.iter().all(|parts| cells(&parts[0]).all(|(cell, yours, _)| !inside(cell) || yours == 0.0));
    let words = if matrices { (*words).to_owned() } else { words.replace("row", "entry") };
    Some(words + if zero { " and 0" } else { "" })
}

/// Right everywhere else, and not in a whole row or column of the region.
fn is_wrong_in(part: &Part, inside: fn(Cell) -> bool) -> bool {
    let same = |yours, right, absolute| close(yours, right, absolute * largest(part), 1e-9);
    let right_outside = cells(part).all(|(cell, yours, right)| inside(cell) || same(yours, right, 1e-12));
    let wrong: Vec<Cell> =
        cells(part).filter(|&(cell, yours, right)| inside(cell) && !same(yours, right, 0.0)).map(|it| it.0).collect();
    // A single number may be right by chance.
    let all_lines = |line: fn(Cell) -> usize| {
        let mut lines = cells(part).map(|(cell, ..)| cell).filter(|&cell| inside(cell)).map(line);
        lines.all(|number| wrong.iter().any(|&cell| line(cell) == number))
    };
    right_outside && !wrong.is_empty() && all_lines(|cell| cell.row) && all_lines(|cell| cell.column)
}

fn largest((_, _, right): &Part) -> f64 {
    right.values.iter().fold(0.0, |max: f64, v| max.max(v.abs()))
}

/// Each place with your number and the right one.
fn cells<'a>((_, yours, right): &'a Part) -> impl Iterator<Item = (Cell, f64, f64)> + 'a {
    let (rows, columns) = (right.shape.first().copied().unwrap_or(1), right.shape.get(1).copied().unwrap_or(1));
    let cell = move |i| Cell { row: i / columns, column: i % columns, rows, columns };
    (0..right.values.len()).map(move |i| (cell(i), yours.values[i], right.values[i]))
}
