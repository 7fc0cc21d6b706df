//! Answers of another shape that hold the right numbers all the same: a row too few, one too many, another arrangement.

use super::{Case, ENOUGH};
use crate::answer::alike;
use crate::values::Numbers;
use std::ops::Range;

/// A sentence, and the numbers that stand where the shape is lost in this way; `None` where it cannot be.
type Way = (&'static str, fn(&Numbers) -> Option<Numbers>);

const WAYS: [Way; 7] = [
    ("the last row is missing, all others are right", |right| rows(right, 0..last(right.shape.first())?)),
    ("the first row is missing, all others are right", |right| rows(right, 1..1 + last(right.shape.first())?)),
    ("the last column is missing, all others are right", |right| columns(right, 0..last(right.shape.get(1))?)),
    ("the first column is missing, all others are right", |right| columns(right, 1..1 + last(right.shape.get(1))?)),
    ("the right numbers, as a column: return a vector", |right| vector_as(right, |n| [n, 1])),
    ("the right numbers, as a row: return a vector", |right| vector_as(right, |n| [1, n])),
    ("the right numbers, all in one vector: return a matrix", |right| {
        (right.shape.len() == 2).then(|| Numbers { shape: vec![right.values.len()], values: right.values.clone() })
    }),
];

/// What every answer that is wrong has lost. Its shape may be right by chance, in a batch of one.
pub fn of_all(cases: &[Case]) -> Option<String> {
    let parts: Vec<_> = cases.iter().filter(|case| !case.is_right()).map(Case::parts).collect::<Option<_>>()?;
    if parts.len() < ENOUGH || parts.iter().any(|parts| parts.len() != 1) {
        return None;
    }
    let (words, _) = WAYS.iter().find(|(_, way)| {
        parts.iter().all(|parts| way(parts[0].2).is_some_and(|expected| alike(parts[0].1, &expected)))
    })?;
    let of_vectors = parts.iter().all(|parts| parts[0].2.shape.len() == 1);
    Some(if of_vectors { words.replace("row is", "entry is") } else { (*words).to_owned() })
}

/// The number of rows or columns without one.
fn last(size: Option<&usize>) -> Option<usize> {
    size?.checked_sub(1)
}

fn rows(right: &Numbers, kept: Range<usize>) -> Option<Numbers> {
    let width = right.values.len().checked_div(*right.shape.first()?)?;
    let values = right.values[kept.start * width..kept.end * width].to_vec();
    let mut shape = right.shape.clone();
    shape[0] = kept.len();
    Some(Numbers { shape, values })
}

fn columns(right: &Numbers, kept: Range<usize>) -> Option<Numbers> {
    let &[n, k] = right.shape.as_slice() else { return None };
    let values = right.values.chunks(k.max(1)).flat_map(|row| row[kept.clone()].to_vec()).collect();
    Some(Numbers { shape: vec![n, kept.len()], values })
}

fn vector_as(right: &Numbers, shape: fn(usize) -> [usize; 2]) -> Option<Numbers> {
    let &[n] = right.shape.as_slice() else { return None };
    Some(Numbers { shape: shape(n).to_vec(), values: right.values.clone() })
}
