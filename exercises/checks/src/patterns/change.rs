//! One change that turns every right answer into yours.

use super::{Case, ENOUGH, Part};
use crate::answer::alike;
use crate::close;
use crate::show::{exact, number};
use crate::values::Numbers;

type Change = (&'static str, fn(f64) -> f64);

/// What may have happened to each number.
const CHANGES: [Change; 13] = [
    ("the sign is the other way round", |v| -v),
    ("each number is twice what it should be", |v| 2.0 * v),
    ("each number is half of what it should be", |v| v / 2.0),
    ("each number is minus twice what it should be", |v| -2.0 * v),
    ("each number is minus half of what it should be", |v| v / -2.0),
    ("the sign is lost: negative numbers have become positive", f64::abs),
    ("what should be negative is 0", |v| v.max(0.0)),
    ("what should be positive is 0", |v| v.min(0.0)),
    ("each number is squared", |v| v * v),
    ("each number is the root of what it should be", f64::sqrt),
    ("each number is 1 divided by what it should be", f64::recip),
    ("each number is 1 minus what it should be", |v| 1.0 - v),
    ("the digits after the point are cut off, as `as i64` or a division of whole numbers does", f64::trunc),
];

/// What is derived from a function's values does not show what happened to them.
pub fn of_all(cases: &[Case]) -> Option<String> {
    let cases: Vec<&Case> = cases.iter().filter(|case| !case.is_derived()).collect();
    if cases.iter().filter(|case| !case.is_right()).count() < ENOUGH {
        return None;
    }
    if cases.iter().all(|case| case.parts().is_some_and(|parts| parts.iter().all(is_transposed))) {
        return Some("the right numbers, transposed: rows and columns are swapped".into());
    }
    if !cases.iter().all(|case| case.same_shape().is_some()) {
        return None;
    }
    let all: Vec<Part> = cases.iter().filter_map(|case| case.parts()).flatten().collect();
    let changed = CHANGES.iter().find(|(_, change)| all.iter().all(|part| is_changed(part, *change)));
    if let Some((words, _)) = changed {
        return Some(format!("{words}, in all {} cases tried", cases.len()));
    }
    if all.iter().all(is_reversed) {
        return Some("the right numbers, in reverse order".into());
    }
    if let Some(value) = constant(&all) {
        return Some(format!("the answer is always {value}, whatever is given"));
    }
    by_one_number(&all).or_else(|| rounded(&all)).or_else(|| cut_off(&all)).or_else(|| by_two_numbers(&all))
}

/// Your numbers and the right ones, in pairs.
fn pairs<'a>(all: &'a [Part]) -> impl Iterator<Item = (f64, f64)> + 'a {
    all.iter().flat_map(|(_, yours, right)| yours.values.iter().copied().zip(right.values.iter().copied()))
}

/// The same factor, or the same difference, everywhere.
fn by_one_number(all: &[Part]) -> Option<String> {
    let (yours, right) = pairs(all).find(|(_, right)| *right != 0.0)?;
    let (factor, difference) = (yours / right, yours - right);
    if factor.is_finite() && pairs(all).all(|(yours, right)| close(yours, factor * right, 1e-300, 1e-9)) {
        return Some(format!("each number is {} times what it should be", number(factor)));
    }
    let size = |right: f64| 1e-12 * (1.0 + right.abs());
    // A difference as small as rounding would be found between any two numbers.
    if difference.is_finite()
        && pairs(all).all(|(_, right)| difference.abs() > 1e3 * size(right))
        && pairs(all).all(|(yours, right)| close(yours - right, difference, size(right), 1e-9))
    {
        let (by, more) = (number(difference.abs()), if difference > 0.0 { "large" } else { "small" });
        return Some(format!("each number is too {more} by {by}"));
    }
    None
}

/// A factor and a difference, the same everywhere: 2σ − 1 in the place of σ.
fn by_two_numbers(all: &[Part]) -> Option<String> {
    let (first, right) = pairs(all).next()?;
    let (other, far) = pairs(all).max_by(|(_, a), (_, b)| (a - right).abs().total_cmp(&(b - right).abs()))?;
    let factor = (other - first) / (far - right);
    let more = first - factor * right;
    // Without either it would be one number, and with a factor of 0 no answer at all.
    let telling = factor.is_finite() && more.is_finite() && factor.abs() > 1e-6 && more.abs() > 1e-6;
    let distinct = pairs(all).filter(|(_, v)| *v != right && *v != far).count();
    let fits = |(yours, right): (f64, f64)| {
        let expected = factor * right + more;
        close(yours, expected, 1e-9 * (1.0 + (factor * right).abs()), 1e-9)
    };
    (telling && distinct > ENOUGH && pairs(all).all(fits)).then(|| {
        let (sign, by) = if more > 0.0 { ("plus", more) } else { ("minus", -more) };
        format!("each number is {} times what it should be, {sign} {}", number(factor), number(by))
    })
}

fn rounded(all: &[Part]) -> Option<String> {
    let to = |digits: i32| {
        let scale = 10.0_f64.powi(digits);
        move |v: f64| (v * scale).round() / scale
    };
    let digits =
        (0..=10).find(|&digits| pairs(all).all(|(yours, right)| close(yours, to(digits)(right), 1e-12, 1e-12)))?;
    let to = if digits == 0 { "whole numbers".into() } else { format!("{digits} digits after the point") };
    Some(format!("the right numbers, rounded to {to}: keep all of them"))
}

/// Nothing above or below a certain number, or nothing small.
fn cut_off(all: &[Part]) -> Option<String> {
    let is_right = |(yours, right): &(f64, f64)| close(*yours, *right, 0.0, 1e-9) || yours == right;
    let wrong: Vec<(f64, f64)> = pairs(all).filter(|pair| !is_right(pair)).collect();
    let &(limit, _) = wrong.first()?;
    let kept: Vec<f64> = pairs(all).filter(is_right).map(|(_, right)| right).collect();
    if wrong.len() < ENOUGH || kept.len() < ENOUGH || wrong.iter().any(|(yours, _)| !yours.is_finite()) {
        return None;
    }
    if let Some((low, high)) = both_limits(&wrong, &kept) {
        let (low, high) = (exact(low), exact(high));
        return Some(format!(
            "what should be below {low} is {low}, and what should be above {high} is {high}: it is cut off"
        ));
    }
    if wrong.iter().any(|(yours, _)| *yours != limit) {
        None
    } else if wrong.iter().all(|(_, right)| *right > limit) && kept.iter().all(|right| *right <= limit) {
        Some(format!("what should be above {0} is {0}: it is cut off", exact(limit)))
    } else if wrong.iter().all(|(_, right)| *right < limit) && kept.iter().all(|right| *right >= limit) {
        Some(format!("what should be below {0} is {0}: it is cut off", exact(limit)))
    } else {
        let largest = wrong.iter().fold(0.0, |max: f64, (_, right)| max.max(right.abs()));
        let nothing_small_kept = kept.iter().all(|right| *right == 0.0 || right.abs() > largest);
        (limit == 0.0 && nothing_small_kept).then(|| "small numbers have become 0".into())
    }
}

/// The two limits between which all answers lie, if each wrong one is the limit that the right one is beyond.
fn both_limits(wrong: &[(f64, f64)], kept: &[f64]) -> Option<(f64, f64)> {
    let low = wrong.iter().find(|(yours, right)| yours > right)?.0;
    let high = wrong.iter().find(|(yours, right)| yours < right)?.0;
    let clamped = |&(yours, right): &(f64, f64)| yours == if right < low { low } else { high };
    let beyond = |&(_, right): &(f64, f64)| right < low || right > high;
    let fits = low < high && wrong.iter().all(|pair| beyond(pair) && clamped(pair));
    (fits && kept.iter().all(|right| (low..=high).contains(right))).then_some((low, high))
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
