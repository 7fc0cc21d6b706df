//! What is true of all wrong answers, where no known mistake explains them: when they are wrong, or where.
//!
//! A sentence holds without exception for all inputs tried, with several on each side, or it is not said.

mod change;
mod place;

use crate::answer::{Reply, alike};
use crate::close;
use crate::values::Numbers;

/// How many wrong answers must show a pattern.
const ENOUGH: usize = 3;

/// A property of the inputs: its words, and whether it holds of each input.
type Property = (&'static str, Vec<bool>);

/// A sentence that is true of all replies, as it follows “the value is wrong: ”.
pub fn describe(yours: &[Reply], right: &[Reply], properties: &[Property]) -> Option<String> {
    let cases: Vec<Case> = yours
        .iter()
        .zip(right)
        .enumerate()
        .filter_map(|(input, (yours, right))| Some(Case { input, yours, right: &right.returned()?.0 }))
        .collect();
    if cases.iter().all(Case::is_right) {
        return not_refused(yours, right, properties);
    }
    change::of_all(&cases)
        .or_else(|| when(&cases, properties))
        .or_else(|| place::of_all(&cases))
        .or_else(|| tendency(&cases))
}

/// An input that has an answer, and both answers to it.
struct Case<'a> {
    input: usize,
    yours: &'a Reply,
    right: &'a [(&'static str, Numbers)],
}

/// A part of an answer: its name, yours and the right one.
type Part<'a> = (&'static str, &'a Numbers, &'a Numbers);

impl<'a> Case<'a> {
    fn is_right(&self) -> bool {
        self.parts().is_some_and(|parts| parts.iter().all(|(_, yours, right)| alike(yours, right)))
    }

    /// Both answers part by part, if a value was returned.
    fn parts(&self) -> Option<Vec<Part<'a>>> {
        let yours = self.yours.returned()?;
        Some(yours.0.iter().zip(self.right).map(|((_, yours), (name, right))| (*name, yours, right)).collect())
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
    if wrong.len() < 2 || right.len() < 2 {
        return None;
    }
    let panics = wrong.iter().all(|case| matches!(case.yours, Reply::Panicked(_)));
    let (it_fails, fails) = if panics { ("it panics", "panics") } else { ("it is wrong", "wrong") };
    properties.iter().find_map(|(words, holds)| {
        if cases.iter().all(|case| holds[case.input] != case.is_right()) {
            Some(format!("{it_fails} whenever {words}, and right in the {} other cases tried", right.len()))
        } else if right.len() >= ENOUGH && cases.iter().all(|case| holds[case.input] == case.is_right()) {
            Some(format!("it is right when {words}, and {fails} in all {} other cases tried", wrong.len()))
        } else {
            None
        }
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
    } else if every(&|yours, right| close(yours, right, 0.0, 1e-3)) {
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
