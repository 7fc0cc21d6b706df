//! Where a function of one number is wrong: above a limit, below it, beyond it on both sides, or between two.
//!
//! The limits are read from the answers. So a curve that is cut off somewhere is described wherever that is.

use super::{Case, ENOUGH};
use crate::answer::Reply;
use crate::show::number;

/// A case with its argument.
struct Point<'a> {
    at: f64,
    case: &'a Case<'a>,
}

/// How many wrong answers must show it: a limit is true of all answers however few they are.
const FEW: usize = 2;

/// What is true of all answers of a function whose inputs are these numbers.
pub fn of_all(cases: &[Case], arguments: &[f64]) -> Option<String> {
    let points: Vec<Point> = cases.iter().map(|case| Point { at: arguments[case.input], case }).collect();
    let (right, wrong): (Vec<&Point>, Vec<&Point>) = points.iter().partition(|point| point.case.is_right());
    if wrong.len() < FEW || right.len() < ENOUGH || points.iter().any(|point| point.at.is_nan()) {
        return None;
    }
    // A test may ask for more digits than are compared here.
    let is_right = if right.iter().all(|point| point.case.is_exact()) { "right" } else { "right to nine digits" };
    let place = place(&right, &wrong, |at| at)
        .map(|place| match place {
            Place::Above(right, wrong) => format!("it is {is_right} up to {right}, and wrong from {wrong} on"),
            Place::Below(right, wrong) => format!("it is {is_right} from {right} on, and wrong up to {wrong}"),
            Place::Between { below, from, to, above } => {
                format!("it is wrong from {from} to {to}, and {is_right} up to {below} and from {above} on")
            }
        })
        .or_else(|| match place(&right, &wrong, f64::abs)? {
            Place::Above(right, wrong) => Some(format!("it is {is_right} between ±{right}, and wrong beyond ±{wrong}")),
            Place::Below(right, wrong) => Some(format!("it is wrong between ±{wrong}, and {is_right} beyond ±{right}")),
            Place::Between { below, from, to, above } => Some(format!(
                "it is wrong where the argument is {from} to {to} in size, and {is_right} where it is at most {below} or \
                 at least {above}"
            )),
        })?;
    Some(place + &there(&wrong))
}

/// Numbers as a message shows them.
enum Place {
    Above(String, String),
    Below(String, String),
    Between { below: String, from: String, to: String, above: String },
}

/// Where the wrong points lie, measured by `size`, if no right one lies among them.
fn place(right: &[&Point], wrong: &[&Point], size: impl Fn(f64) -> f64) -> Option<Place> {
    let sizes = |points: &[&Point]| points.iter().map(|point| size(point.at)).collect::<Vec<f64>>();
    let (right, wrong) = (sizes(right), sizes(wrong));
    let (least, most) = (smallest(&wrong), largest(&wrong));
    if largest(&right) < least {
        Some(Place::Above(number(largest(&right)), number(least)))
    } else if smallest(&right) > most {
        Some(Place::Below(number(smallest(&right)), number(most)))
    } else {
        // What is wrong nearly everywhere is not described by its ends, and a single argument is no range.
        let between = least < most && right.iter().all(|&at| at < least || at > most);
        let (below, above): (Vec<f64>, Vec<f64>) = right.iter().partition(|&&at| at < least);
        (between && 2 * right.len() >= wrong.len()).then(|| Place::Between {
            below: number(largest(&below)),
            from: number(least),
            to: number(most),
            above: number(smallest(&above)),
        })
    }
}

fn smallest(sizes: &[f64]) -> f64 {
    sizes.iter().copied().fold(f64::INFINITY, f64::min)
}

fn largest(sizes: &[f64]) -> f64 {
    sizes.iter().copied().fold(f64::NEG_INFINITY, f64::max)
}

/// What the wrong answers have in common, if anything.
fn there(wrong: &[&Point]) -> String {
    let value = |point: &Point| match point.case.same_shape()?.as_slice() {
        [(_, yours, _)] if yours.values.len() == 1 => Some(yours.values[0]),
        _ => None,
    };
    if wrong.iter().all(|point| matches!(point.case.yours, Reply::Panicked(_))) {
        return ": it panics there".into();
    }
    let Some(values) = wrong.iter().map(|point| value(point)).collect::<Option<Vec<f64>>>() else {
        return String::new();
    };
    if values.iter().all(|v| v.is_nan()) {
        ": it is NaN there".into()
    } else if !wrong[0].case.is_derived() && values.iter().all(|&v| v == values[0]) {
        format!(": it is always {} there. Does an `if` or a `clamp` cut it off?", number(values[0] + 0.0))
    } else if wrong.iter().all(|point| !point.case.is_derived() && point.case.is_close()) {
        ": it is close there, but not to the digits that are asked for".into()
    } else {
        String::new()
    }
}
