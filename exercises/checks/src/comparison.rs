//! Numbers compared: with what is expected, with known mistakes, and in words if they differ.

use crate::diagnosis;
use crate::failure::Failure;
use crate::values::Numbers;
use crate::{ABSOLUTE, all_close};

/// A value that was given to the function.
pub struct Input {
    pub name: String,
    pub numbers: Numbers,
}

/// What the function returned, and what it is compared with.
pub struct Comparison {
    pub inputs: Vec<Input>,
    pub yours: Numbers,
    /// The formula by which `yours` was computed from what the function returned, if it is not that itself.
    pub derived: Option<&'static str>,
    /// The values of known mistakes, and what to say of each.
    pub mistakes: Vec<(Numbers, String)>,
    pub absolute: f64,
    pub relative: f64,
}

/// A difference that was found, as a message shows it.
pub struct Found {
    /// Both values in words.
    pub yours: String,
    pub expected: String,
    /// What was expected.
    pub numbers: Numbers,
    /// What that is called: `expected` or `measured`.
    pub label: &'static str,
    /// What to say if no mistake is recognised.
    pub otherwise: &'static str,
    /// The relative precision of what is expected.
    pub precision: f64,
    /// A line in place of the one that says where the two differ most.
    pub detail: Option<(&'static str, String)>,
}

impl Comparison {
    /// The same shape, and close in each entry.
    pub fn agrees_with(&self, expected: &Numbers) -> bool {
        self.yours.shape == expected.shape
            && all_close(&self.yours.values, &expected.values, self.absolute, self.relative)
    }

    /// Ends the test: the likely mistake, both values, and where they differ.
    #[track_caller]
    pub fn fail(&self, found: &Found) -> ! {
        let Found { numbers, label, precision, .. } = found;
        let guess = || match self.derived {
            None => diagnosis::diagnose(&self.yours, numbers, &self.inputs, *precision),
            Some(formula) => Some(format!("{formula} has a wrong value")),
        };
        let headline = self.known_mistake(Some(numbers)).or_else(guess).unwrap_or_else(|| found.otherwise.into());
        let differs = || {
            let comparable = self.yours.shape == numbers.shape && self.yours.values.len() > 1;
            comparable
                .then(|| diagnosis::largest_difference(&self.yours, numbers, self.absolute, self.relative))
                .flatten()
        };
        let (detail_label, detail) = match &found.detail {
            Some((label, detail)) => (*label, Some(detail.clone())),
            None => ("differs", differs()),
        };
        let shown = |value: &String| match self.derived {
            None => value.clone(),
            Some(formula) => format!("{formula} = {value}"),
        };
        Failure::new(headline)
            .line("yours", shown(&found.yours))
            .line(label, shown(&found.expected))
            .optional_line(detail_label, detail)
            .raise()
    }

    /// Ends the test of a property that `words` describe.
    #[track_caller]
    pub fn fail_for_want_of(&self, words: &str, yours: String) -> ! {
        let not_finite = || match words.strip_prefix("is finite") {
            Some(advice) => (!self.yours.are_finite()).then(|| format!("the result is not finite{advice}")),
            None => diagnosis::what_is_not_finite(&self.yours.values),
        };
        let known = self.known_mistake(None).or_else(not_finite);
        Failure::new(known.unwrap_or_else(|| format!("the result should be a value that {words}")))
            .line("yours", yours)
            // What follows a colon is advice, and stands in the first line already.
            .line("expected", format!("a value that {}", words.split(": ").next().unwrap_or(words)))
            .raise()
    }

    /// The mistake that gives this value. A tolerance that is wide next to the expected value is as wide, in proportion,
    /// next to a mistake's: a mistake near zero is not taken for every small number.
    fn known_mistake(&self, expected: Option<&Numbers>) -> Option<String> {
        let largest = expected.iter().flat_map(|it| &it.values).fold(0.0, |max: f64, v| max.max(v.abs()));
        let relative = if largest > 0.0 { self.relative.max(self.absolute / largest) } else { self.relative };
        let same = |wrong: &Numbers| {
            let near = all_close(&self.yours.values, &wrong.values, ABSOLUTE, relative);
            wrong.shape == self.yours.shape && (near || identical(&self.yours.values, &wrong.values))
        };
        self.mistakes.iter().find(|(wrong, _)| same(wrong)).map(|(_, what_happened)| what_happened.clone())
    }
}

/// The same numbers, NaN and infinity among them: a mistake may be known by them, though no right answer is.
fn identical(a: &[f64], b: &[f64]) -> bool {
    a.iter().zip(b).all(|(a, b)| a == b || (a.is_nan() && b.is_nan()))
}
