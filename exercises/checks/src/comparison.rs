//! Numbers compared with what is expected, and in words if they differ.

use crate::all_close;
use crate::difference;
use crate::failure::Failure;
use crate::values::Numbers;

/// What the function returned, and what it is compared with.
pub struct Comparison {
    pub yours: Numbers,
    /// The formula by which `yours` was computed from what the function returned, if it is not that itself.
    pub derived: Option<&'static str>,
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
    /// What to say of a value of the right kind.
    pub otherwise: &'static str,
    /// A line in place of the one that says where the two differ most.
    pub detail: Option<(&'static str, String)>,
}

impl Comparison {
    /// The same shape, and close in each entry.
    pub fn agrees_with(&self, expected: &Numbers) -> bool {
        self.yours.shape == expected.shape
            && all_close(&self.yours.values, &expected.values, self.absolute, self.relative)
    }

    /// Ends the test: what is wrong, both values, and where they differ.
    #[track_caller]
    pub fn fail(&self, found: &Found) -> ! {
        let Found { numbers, label, .. } = found;
        let differs = || {
            let comparable = self.yours.shape == numbers.shape && self.yours.values.len() > 1;
            comparable.then(|| difference::largest(&self.yours, numbers, self.absolute, self.relative)).flatten()
        };
        let (detail_label, detail) = match &found.detail {
            Some((label, detail)) => (*label, Some(detail.clone())),
            None => ("differs", differs()),
        };
        let shown = |value: &String| match self.derived {
            None => value.clone(),
            Some(formula) => format!("{formula} = {value}"),
        };
        let failure = match (self.derived, difference::of_kind(&self.yours, numbers)) {
            (Some(formula), _) => Failure::vague(format!("a wrong value for {formula}")),
            (None, Some(words)) => Failure::new(words),
            (None, None) => Failure::vague(found.otherwise),
        };
        failure
            .line("yours", shown(&found.yours))
            .line(label, shown(&found.expected))
            .optional_line(detail_label, detail)
            .raise()
    }

    /// Ends the test of a property that `words` describe.
    #[track_caller]
    pub fn fail_for_want_of(&self, words: &str, yours: String) -> ! {
        let not_finite = match words.strip_prefix("is finite") {
            Some(advice) => (!self.yours.are_finite()).then(|| format!("the result is not finite{advice}")),
            None => difference::not_finite(&self.yours.values),
        };
        Failure::new(not_finite.unwrap_or_else(|| format!("the result should be a value that {words}")))
            .line("yours", yours)
            // What follows a colon is advice, and stands in the first line already.
            .line("expected", format!("a value that {}", words.split(": ").next().unwrap_or(words)))
            .raise()
    }
}
