//! What is true of all wrong answers, where no known mistake explains them: when they are wrong, or where.
//!
//! A sentence holds without exception for all inputs tried, with several on each side, or it is not said.

mod argument;
mod change;
mod place;
mod shape;

use crate::answer::{Answer, Reply, alike};
use crate::close;
use crate::values::Numbers;

/// How many answers must show a pattern, and how many must be without it.
const ENOUGH: usize = 3;

/// A property of the inputs: its words, and whether it holds of each input.
type Property = (&'static str, Vec<bool>);

/// A sentence that is true of all replies, as it follows “the value is wrong: ”.
///
/// `arguments` are the inputs, if each of them is one number.
pub fn describe(
    yours: &[Reply],
    right: &[Reply],
    properties: &[Property],
    arguments: Option<&[f64]>,
) -> Option<String> {
    let cases = cases(yours, right);
    if cases.iter().all(Case::is_right) {
        return not_refused(yours, right, properties);
    }
    change::of_all(&cases)
        .or_else(|| shape::of_all(&cases))
        .or_else(|| when(&cases, properties))
        .or_else(|| argument::of_all(&cases, arguments?))
        .or_else(|| place::of_all(&cases))
}

/// A weaker sentence, that is true of all replies as well: in what direction they are wrong, or what takes part in it.
pub fn hint(yours: &[Reply], right: &[Reply], properties: &[Property]) -> Option<String> {
    let cases = cases(yours, right);
    tendency(&cases).or_else(|| only_where(&cases, properties))
}

/// The inputs that have an answer.
fn cases<'a>(yours: &'a [Reply], right: &'a [Reply]) -> Vec<Case<'a>> {
    let case = |(input, (yours, right)): (usize, (&'a Reply, &'a Reply))| {
        Some(Case { input, yours, right: right.returned()? })
    };
    yours.iter().zip(right).enumerate().filter_map(case).collect()
}

/// An input that has an answer, and both answers to it.
struct Case<'a> {
    input: usize,
    yours: &'a Reply,
    right: &'a Answer,
}

/// A part of an answer: its name, yours and the right one.
type Part<'a> = (&'static str, &'a Numbers, &'a Numbers);

impl<'a> Case<'a> {
    fn is_right(&self) -> bool {
        self.parts().is_some_and(|parts| parts.iter().all(|(_, yours, right)| alike(yours, right)))
    }

    /// Whether nothing but rounding is between your numbers and the right ones.
    fn is_exact(&self) -> bool {
        let same = |(&yours, &right): (&f64, &f64)| yours == right || close(yours, right, 0.0, 1e-14);
        self.same_shape()
            .is_some_and(|parts| parts.iter().all(|(_, yours, right)| yours.values.iter().zip(&right.values).all(same)))
    }

    /// Whether each number is right to about three digits.
    fn is_close(&self) -> bool {
        let near = |(_, yours, right): &Part| {
            yours.values.iter().zip(&right.values).all(|(&yours, &right)| close(yours, right, 0.0, 1e-3))
        };
        self.same_shape().is_some_and(|parts| parts.iter().all(near))
    }

    /// Whether one of the answers is not what a function returned.
    fn is_derived(&self) -> bool {
        self.right.derived || self.yours.returned().is_some_and(|yours| yours.derived)
    }

    /// Both answers part by part, if a value was returned.
    fn parts(&self) -> Option<Vec<Part<'a>>> {
        let yours = self.yours.returned()?;
        Some(
            yours
                .parts
                .iter()
                .zip(&self.right.parts)
                .map(|((_, yours), (name, right))| (*name, yours, right))
                .collect(),
        )
    }

    /// The same, if each part has the right shape too.
    fn same_shape(&self) -> Option<Vec<Part<'a>>> {
        self.parts().filter(|parts| parts.iter().all(|(_, yours, right)| yours.shape == right.shape))
    }
}

/// All answers are right, but some inputs should have been refused.
fn not_refused(yours: &[Reply], right: &[Reply], properties: &[Property]) -> Option<String> {
    let refused = |input: usize| right[input].returned().is_none();
    let accepted: Vec<usize> = (0..yours.len().min(right.len()))
        .filter(|&input| refused(input) && yours[input].returned().is_some())
        .collect();
    // A property of what should be refused, and of nothing else.
    let always = properties.iter().find(|(_, holds)| {
        accepted.iter().all(|&input| holds[input]) && (0..right.len()).all(|input| refused(input) || !holds[input])
    });
    let when = always.map(|(words, _)| format!(" when {words}")).unwrap_or_default();
    (!accepted.is_empty()).then(|| format!("it returns a value{when} where its documentation says that it panics"))
}

/// A property of the inputs separates the wrong answers from the right ones.
fn when(cases: &[Case], properties: &[Property]) -> Option<String> {
    let (right, wrong): (Vec<&Case>, Vec<&Case>) = cases.iter().partition(|case| case.is_right());
    if wrong.len() < 2 || right.len() < ENOUGH {
        return None;
    }
    let panics = wrong.iter().all(|case| matches!(case.yours, Reply::Panicked(_)));
    let (it_fails, fails) = if panics { ("it panics", "panics") } else { ("it is wrong", "wrong") };
    properties.iter().find_map(|(words, holds)| {
        if cases.iter().all(|case| holds[case.input] != case.is_right()) {
            Some(format!("{it_fails} whenever {words}, and right in the {} other cases tried", right.len()))
        } else if cases.iter().all(|case| holds[case.input] == case.is_right()) {
            Some(format!("it is right when {words}, and {fails} in all {} other cases tried", wrong.len()))
        } else {
            None
        }
    })
}

/// All wrong answers, and few of the right ones, are to inputs with one property: it takes part in what is wrong, and
/// is not all of it.
fn only_where(cases: &[Case], properties: &[Property]) -> Option<String> {
    let (right, wrong): (Vec<&Case>, Vec<&Case>) = cases.iter().partition(|case| case.is_right());
    if wrong.len() <= ENOUGH {
        return None;
    }
    let right_with = |holds: &[bool]| right.iter().filter(|case| holds[case.input]).count();
    let (words, holds) = properties
        .iter()
        .filter(|(_, holds)| wrong.iter().all(|case| holds[case.input]))
        .min_by_key(|(_, holds)| right_with(holds))?;
    let with = right_with(holds);
    let without = right.len() - with;
    (with <= wrong.len() / 2 && without > ENOUGH).then(|| {
        let all = wrong.len() + with;
        format!("it is wrong in {} of the {all} cases where {words}, and right in the {without} others", wrong.len())
    })
}

/// In every case that is wrong, all numbers are NaN, nearly right, too large or too small.
fn tendency(cases: &[Case]) -> Option<String> {
    let wrong: Vec<&Case> = cases.iter().filter(|case| !case.is_right()).collect();
    let parts: Vec<_> = wrong.iter().map(|case| case.same_shape()).collect::<Option<_>>()?;
    if wrong.len() <= ENOUGH {
        return None;
    }
    let every = |holds: &dyn Fn(f64, f64) -> bool| {
        let mut pairs = parts.iter().flatten().flat_map(|(_, yours, right)| yours.values.iter().zip(&right.values));
        pairs.all(|(&yours, &right)| holds(yours, right))
    };
    let same = |yours: f64, right: f64| close(yours, right, 0.0, 1e-9);
    if every(&|yours, _| yours.is_nan()) {
        Some("it is NaN in every case that is wrong".into())
    } else if wrong.iter().all(|case| case.is_close()) {
        Some("it is close, but not to the digits that are asked for".into())
    } else if every(&|yours, right| yours > right && !same(yours, right)) {
        Some(format!("it is too large, in all {} cases that are wrong", wrong.len()))
    } else if every(&|yours, right| yours < right && !same(yours, right)) {
        Some(format!("it is too small, in all {} cases that are wrong", wrong.len()))
    } else {
        None
    }
}

#[cfg(test)]
mod tests;
