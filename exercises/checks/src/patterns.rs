//! What is true of all wrong answers, where no known mistake explains them: when they are wrong, or where.
//!
//! A sentence holds without exception in all inputs tried, several of them on each side, or it is not said.

use crate::answer::{Reply, alike};
use crate::close;
use crate::values::Numbers;

/// How many inputs must speak for a pattern.
const ENOUGH: usize = 3;

/// A sentence that is true of all replies, as it follows “the value is wrong: ”.
pub fn describe(yours: &[Reply], right: &[Reply], properties: &[(&str, Vec<bool>)]) -> Option<String> {
    // Inputs that a function should refuse are looked at only if all others are answered rightly.
    let cases: Vec<Case> = yours
        .iter()
        .zip(right)
        .enumerate()
        .filter_map(|(input, (yours, right))| Some(Case { input, yours, right: right.returned()?.0.as_slice() }))
        .collect();
    if cases.iter().all(|case| case.is_right()) {
        return not_refused(yours, right, properties);
    }
    transformed(&cases).or_else(|| when(&cases, properties)).or_else(|| place(&cases)).or_else(|| tendency(&cases))
}

/// An input that has an answer, and both answers.
struct Case<'a> {
    input: usize,
    yours: &'a Reply,
    right: &'a [(&'static str, Numbers)],
}

impl<'a> Case<'a> {
    fn is_right(&self) -> bool {
        self.parts().is_some_and(|parts| parts.iter().all(|(_, yours, right)| alike(yours, right)))
    }

    /// Both answers part by part, where a value was returned.
    fn parts(&self) -> Option<Vec<(&'static str, &'a Numbers, &'a Numbers)>> {
        let yours = self.yours.returned()?;
        Some(yours.0.iter().zip(self.right).map(|((_, yours), (name, right))| (*name, yours, right)).collect())
    }

    /// Both answers, if each part has the right shape.
    fn same_shape(&self) -> Option<Vec<(&'static str, &'a Numbers, &'a Numbers)>> {
        self.parts().filter(|parts| parts.iter().all(|(_, yours, right)| yours.shape == right.shape))
    }
}

fn not_refused(yours: &[Reply], right: &[Reply], properties: &[(&str, Vec<bool>)]) -> Option<String> {
    let accepted: Vec<usize> = (0..yours.len().min(right.len()))
        .filter(|&input| right[input].returned().is_none() && yours[input].returned().is_some())
        .collect();
    let of_all = |holds: &[bool]| accepted.iter().all(|&input| holds[input]);
    let words = properties.iter().find(|(_, holds)| of_all(holds)).map(|(words, _)| format!(" when {words}"));
    (!accepted.is_empty())
        .then(|| format!("it returns a value{} where its documentation says that it panics", words.unwrap_or_default()))
}

/// One change turns every right answer into yours.
fn transformed(cases: &[Case]) -> Option<String> {
    type Change = (&'static str, fn(f64) -> f64);
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
    let wrong = cases.iter().filter(|case| !case.is_right()).count();
    let values: Option<Vec<(&Numbers, &Numbers)>> = cases
        .iter()
        .map(Case::same_shape)
        .collect::<Option<Vec<_>>>()
        .map(|parts| parts.into_iter().flatten().map(|(_, yours, right)| (yours, right)).collect());
    if wrong < ENOUGH {
        return None;
    }
    if let Some(values) = &values {
        let all = |change: fn(f64) -> f64| {
            values.iter().all(|(yours, right)| {
                yours.values.iter().zip(&right.values).all(|(&yours, &right)| {
                    let wanted = change(right);
                    yours == wanted || close(yours, wanted, 0.0, 1e-9)
                })
            })
        };
        if let Some((words, _)) = CHANGES.iter().find(|(_, change)| all(*change)) {
            return Some(format!("{words}, in all {} cases tried", cases.len()));
        }
        let constant = values.iter().flat_map(|(yours, _)| &yours.values);
        let mut constant = constant.copied();
        if let Some(first) = constant.next()
            && first.is_finite()
            && constant.all(|v| v == first)
        {
            return Some(format!("the answer is always {first}, whatever is given"));
        }
        let reversed = |(yours, right): &(&Numbers, &Numbers)| {
            let rows = right.shape.first().copied().unwrap_or(1).max(1);
            let row = (right.values.len() / rows).max(1);
            let turned = right.values.chunks(row).rev().flatten().copied().collect();
            alike(yours, &Numbers { shape: right.shape.clone(), values: turned })
        };
        if values.iter().all(reversed) {
            return Some("the right numbers, in reverse order".into());
        }
    }
    let flipped = cases.iter().all(|case| {
        case.parts().is_some_and(|parts| {
            parts.iter().all(|(_, yours, right)| matches!(*right.shape, [_, _]) && alike(yours, &transposed(right)))
        })
    });
    flipped.then(|| "the right numbers, transposed: rows and columns are swapped".into())
}

fn transposed(matrix: &Numbers) -> Numbers {
    let &[n, k] = matrix.shape.as_slice() else { return Numbers { shape: vec![], values: vec![] } };
    let values = (0..n * k).map(|i| matrix.values[(i % n) * k + i / n]).collect();
    Numbers { shape: vec![k, n], values }
}

/// A property of the inputs that separates the wrong answers from the right ones.
fn when(cases: &[Case], properties: &[(&str, Vec<bool>)]) -> Option<String> {
    let wrong = cases.iter().filter(|case| !case.is_right()).count();
    let right = cases.len() - wrong;
    if wrong < 2 || right < 2 {
        return None;
    }
    let panics = cases.iter().filter(|case| !case.is_right()).all(|case| matches!(case.yours, Reply::Panicked(_)));
    let verb = if panics { "it panics" } else { "it is wrong" };
    let separates =
        |holds: &[bool], side: bool| cases.iter().all(|case| (holds[case.input] == side) != case.is_right());
    properties.iter().find_map(|(words, holds)| {
        if separates(holds, true) {
            Some(format!("{verb} whenever {words}, and right in the {right} other cases tried"))
        } else if separates(holds, false) {
            Some(format!(
                "it is right when {words}, and {} in all {wrong} other cases tried",
                verb.trim_start_matches("it is ").trim_start_matches("it ")
            ))
        } else {
            None
        }
    })
}

/// The same part, row, column or entry is wrong in every case.
fn place(cases: &[Case]) -> Option<String> {
    let wrong: Vec<_> = cases.iter().filter(|case| !case.is_right()).collect();
    let parts: Vec<_> = wrong.iter().map(|case| case.same_shape()).collect::<Option<_>>()?;
    if wrong.len() < ENOUGH {
        return None;
    }
    let number = parts.first()?.len();
    if number > 1 {
        let is_wrong = |part: usize| parts.iter().all(|parts| !alike(parts[part].1, parts[part].2));
        let is_right = |part: usize| parts.iter().all(|parts| alike(parts[part].1, parts[part].2));
        let alone =
            (0..number).find(|&part| is_wrong(part) && (0..number).all(|other| other == part || is_right(other)))?;
        return Some(format!("only {} is wrong, in all {} cases", parts[0][alone].0, wrong.len()));
    }
    let pairs: Vec<(&Numbers, &Numbers)> = parts.iter().map(|parts| (parts[0].1, parts[0].2)).collect();
    let rows = |numbers: &Numbers| numbers.shape[0];
    let columns = |numbers: &Numbers| numbers.shape.get(1).copied().unwrap_or(1);
    // One wrong row of one row would be all there is.
    let has_rows = pairs.iter().all(|(_, right)| !right.shape.is_empty() && rows(right) > 1);
    let has_columns = pairs.iter().all(|(_, right)| right.shape.len() == 2 && columns(right) > 1);
    let what = if pairs.iter().all(|(_, right)| right.shape.len() == 2) { "row" } else { "entry" };
    let places: [(bool, String, fn(usize, usize, usize, usize) -> bool); 9] = [
        (has_rows, format!("only the first {what} is wrong"), |row, _, _, _| row == 0),
        (has_rows, format!("only the last {what} is wrong"), |row, _, rows, _| row + 1 == rows),
        (has_rows, format!("the first {what} is right, all others are wrong"), |row, _, _, _| row > 0),
        (has_rows, format!("the last {what} is right, all others are wrong"), |row, _, rows, _| row + 1 < rows),
        (has_columns, "only the first column is wrong".into(), |_, column, _, _| column == 0),
        (has_columns, "only the last column is wrong".into(), |_, column, _, columns| column + 1 == columns),
        (has_columns, "the first column is right, all others are wrong".into(), |_, column, _, _| column > 0),
        (has_columns, "only the diagonal is right".into(), |row, column, _, _| row != column),
        (has_columns, "only the diagonal is wrong".into(), |row, column, _, _| row == column),
    ];
    let fits = |inside: fn(usize, usize, usize, usize) -> bool| {
        pairs.iter().all(|(yours, right)| {
            let (n, k) = (rows(right), columns(right));
            (0..n * k).all(|i| {
                let scale = right.values.iter().fold(0.0, |max: f64, v| max.max(v.abs()));
                let same = close(yours.values[i], right.values[i], 1e-12 * scale, 1e-9);
                // A wrong entry may be right by chance; a whole row may not.
                same || inside(i / k, i % k, n, k)
            }) && (0..n * k).any(|i| inside(i / k, i % k, n, k))
        })
    };
    // “All others are wrong” must not be said of a few.
    let all_inside_wrong = |inside: fn(usize, usize, usize, usize) -> bool| {
        pairs.iter().all(|(yours, right)| {
            let (n, k) = (rows(right), columns(right));
            (0..n).all(|row| {
                let mut entries = (0..k).filter(|&column| inside(row, column, n, k)).peekable();
                entries.peek().is_none()
                    || entries
                        .any(|column| !close(yours.values[row * k + column], right.values[row * k + column], 0.0, 1e-9))
            })
        })
    };
    let found =
        places.into_iter().find(|(possible, _, inside)| *possible && fits(*inside) && all_inside_wrong(*inside))?;
    let zeros = pairs.iter().all(|(yours, right)| {
        let (n, k) = (rows(right), columns(right));
        (0..n * k).all(|i| !(found.2)(i / k, i % k, n, k) || yours.values[i] == 0.0)
    });
    Some(format!("{}{}, in all {} cases", found.1, if zeros { ", it is 0" } else { "" }, wrong.len()))
}

/// Not a number, or on one side of what is right, in every case.
fn tendency(cases: &[Case]) -> Option<String> {
    let wrong: Vec<_> = cases.iter().filter(|case| !case.is_right()).collect();
    let parts: Vec<_> = wrong.iter().map(|case| case.same_shape()).collect::<Option<_>>()?;
    if wrong.len() < ENOUGH + 1 {
        return None;
    }
    let every = |holds: &dyn Fn(f64, f64) -> bool| {
        parts
            .iter()
            .flatten()
            .all(|(_, yours, right)| yours.values.iter().zip(&right.values).all(|(&yours, &right)| holds(yours, right)))
    };
    if every(&|yours, _| yours.is_nan()) {
        return Some("it is NaN in every case that is wrong".into());
    }
    let nearly = |yours: f64, right: f64| close(yours, right, 0.0, 1e-9);
    if every(&|yours, right| close(yours, right, 0.0, 1e-3)) {
        return Some("it is close, but not to the digits that are asked for".into());
    }
    let larger = every(&|yours, right| yours > right && !nearly(yours, right));
    let smaller = every(&|yours, right| yours < right && !nearly(yours, right));
    match (larger, smaller) {
        (true, _) => Some(format!("too large, in all {} cases that are wrong", wrong.len())),
        (_, true) => Some(format!("too small, in all {} cases that are wrong", wrong.len())),
        _ => None,
    }
}
