//! One change that turns every right answer into yours.

use super::{Case, ENOUGH, Part};
use crate::answer::alike;
use crate::close;
use crate::values::Numbers;

type Change = (&'static str, fn(f64) -> f64);

/// What may have happened to each number.
const CHANGES: [Change; 9] = [
    ("the sign is the other way round", |v| -v),
    ("each number is twice what it should be", |v| 2.0 * v),
    ("each number is half of what it should be", |v| v / 2.0),
    ("each number is minus twice what it should be", |v| -2.0 * v),
    ("each number is minus half of what it should be", |v| v / -2.0),
    ("the sign is lost: negative numbers have become positive", f64::abs),
    ("what should be negative is 0", |v| v.max(0.0)),
    ("what should be positive is 0", |v| v.min(0.0)),
    ("the digits after the point are cut off, as `as i64` or a division of whole numbers does", f64::trunc),
];

pub fn of_all(cases: &[Case]) -> Option<String> {
    if cases.iter().filter(|case| !case.is_right()).count() < ENOUGH {
        return None;
    }
    if cases.iter().all(|case| case.parts().is_some_and(|parts| parts.iter().all(is_transposed))) {
        return Some("the right numbers, transposed: rows and columns are swapped".into());
    }
    if !cases.iter().all(|case| case.same_shape().is_some()) {
        return None;
    }
    let all: Vec<Part> = cases.iter().filter_map(Case::parts).flatten().collect();
    let changed = CHANGES.iter().find(|(_, change)| all.iter().all(|part| is_changed(part, *change)));
    if let Some((words, _)) = changed {
        return Some(format!("{words}, in all {} cases tried", cases.len()));
    }
    if all.iter().all(is_reversed) {
        return Some("the right numbers, in reverse order".into());
    }
    constant(&all).map(|value| format!("the answer is always {value}, whatever is given"))
}

fn is_changed((_, yours, right): &Part, change: fn(f64) -> f64) -> bool {
    yours.values.iter().zip(&right.values).all(|(&yours, &right)| {
        let changed = change(right);
        yours == changed || close(yours, changed, 0.0, 1e-9)
    })
}

/// The only number in all answers.
fn constant(all: &[Part]) -> Option<f64> {
    let mut numbers = all.iter().flat_map(|(_, yours, _)| yours.values.iter().copied());
    let first = numbers.next().filter(|v| v.is_finite())?;
    // 0 in the place of −0.
    numbers.all(|v| v == first).then_some(first + 0.0)
}

/// The rows, or the entries of a vector, from the last to the first.
fn is_reversed((_, yours, right): &Part) -> bool {
    let rows = right.shape.first().copied().unwrap_or(1).max(1);
    let row = (right.values.len() / rows).max(1);
    let reversed = right.values.chunks(row).rev().flatten().copied().collect();
    alike(yours, &Numbers { shape: right.shape.clone(), values: reversed })
}

fn is_transposed((_, yours, right): &Part) -> bool {
    let &[n, k] = right.shape.as_slice() else { return false };
    let values = (0..n * k).map(|i| right.values[(i % n) * k + i / n]).collect();
    alike(yours, &Numbers { shape: vec![k, n], values })
}
