//! A check as a sentence: given these inputs, the function returned this; it may be one of those mistakes; that was
//! expected.

use crate::diagnosis::{self, Input};
use crate::failure::{self, Failure};
use crate::show;
use crate::{ABSOLUTE, LARGEST_ERROR, Point, RELATIVE, Values, all_close, close, gradient};

/// The inputs of one call, remembered so that a message can show them even if the function under test panics.
#[derive(Default)]
pub struct Given {
    inputs: Vec<Input>,
}

/// Starts a check: the function under test is called with `value` as its argument `name`.
pub fn given(name: &str, value: &impl Values) -> Given {
    failure::forget_inputs();
    Given::default().and(name, value)
}

/// A text for a person to read, on its way to [`assert_snapshot!`](crate::assert_snapshot): a message can then show what
/// was printed. It is about the function that the last check was about, or about the first of the task.
pub fn printed(text: String) -> String {
    failure::remember_text(text.trim_end().into());
    text
}

/// The same, where a task has more than one function.
pub fn printed_by(function: &'static str, text: String) -> String {
    failure::remember_function(function);
    printed(text)
}

impl Given {
    /// One more argument.
    pub fn and(mut self, name: &str, value: &impl Values) -> Self {
        failure::remember_input(name, value.show());
        self.inputs.push(Input { name: name.into(), shape: value.shape(), numbers: value.numbers() });
        self
    }

    /// The function under test, where a task has more than one.
    pub fn of(self, function: &'static str) -> Self {
        failure::remember_function(function);
        self
    }

    /// What the function returned.
    pub fn got<V: Values>(self, value: V) -> Got<V> {
        Got { inputs: self.inputs, value, derived: None, mistakes: vec![], absolute: ABSOLUTE, relative: RELATIVE }
    }
}

/// What the function under test returned for the inputs given.
#[must_use = "a value that is not compared checks nothing"]
pub struct Got<V> {
    inputs: Vec<Input>,
    value: V,
    derived: Option<&'static str>,
    mistakes: Vec<(V, String)>,
    absolute: f64,
    relative: f64,
}

impl<V: Values> Got<V> {
    /// A known mistake: whoever returns `wrong` reads `what_happened` as the first line of the message.
    pub fn mistake(mut self, wrong: V, what_happened: impl Into<String>) -> Self {
        self.mistakes.push((wrong, what_happened.into()));
        self
    }

    /// The value is not what the function returned, but computed from it in the way that `formula` says: the message
    /// shows that, and guesses no mistakes from numbers that the student has never seen.
    pub fn derived(mut self, formula: &'static str) -> Self {
        self.derived = Some(formula);
        self
    }

    /// Other tolerances than [`ABSOLUTE`] and [`RELATIVE`], for results that are published with fewer digits.
    pub fn within(mut self, absolute: f64, relative: f64) -> Self {
        (self.absolute, self.relative) = (absolute, relative);
        self
    }

    /// Fails unless the value has the expected shape and is close to `expected` in each entry.
    #[track_caller]
    pub fn expect(self, expected: V) {
        let equal = self.value.shape() == expected.shape() && self.close_to(&expected);
        if !equal {
            self.fail(&expected, "expected", "the value is wrong", self.relative, None);
        }
    }

    /// Fails unless the value has this shape, which `words` explain: "one weight for each column of x".
    #[track_caller]
    pub fn expect_shape(self, shape: &[usize], words: &str) {
        let yours = self.value.shape();
        if yours != shape {
            let (yours, wanted) = (show::shape(&yours), show::shape(shape));
            Failure::new(format!("the result has shape {yours}, expected is {wanted}: {words}"))
                .line("yours", self.value.show())
                .raise();
        }
    }

    /// Fails unless the value satisfies `property`, which `words` describe: "is never negative".
    #[track_caller]
    pub fn expect_that(self, words: &str, property: impl Fn(&V) -> bool) {
        let finite = self.value.numbers().iter().all(|v| v.is_finite());
        if finite && property(&self.value) {
            return;
        }
        let not_finite = || match words.strip_prefix("is finite") {
            Some(advice) => (!finite).then(|| format!("the result is not finite{advice}")),
            None => diagnosis::what_is_not_finite(&self.value.numbers()),
        };
        let known = self.known_mistake(None).or_else(not_finite);
        Failure::new(known.unwrap_or_else(|| format!("the result should be a value that {words}")))
            .line("yours", self.value.show())
            // What follows a colon is advice, and stands in the first line already.
            .line("expected", format!("a value that {}", words.split(": ").next().unwrap_or(words)))
            .raise();
    }

    fn close_to(&self, other: &V) -> bool {
        all_close(&self.value.numbers(), &other.numbers(), self.absolute, self.relative)
    }

    /// The mistake that gives this value. A tolerance that is wide next to the expected value is as wide, in proportion,
    /// next to a mistake's: a mistake near zero is not taken for every small number.
    fn known_mistake(&self, expected: Option<&V>) -> Option<String> {
        let largest = expected.iter().flat_map(|value| value.numbers()).fold(0.0, |max: f64, v| max.max(v.abs()));
        let relative = if largest > 0.0 { self.relative.max(self.absolute / largest) } else { self.relative };
        let same = |wrong: &V| {
            let near = all_close(&self.value.numbers(), &wrong.numbers(), ABSOLUTE, relative);
            wrong.shape() == self.value.shape() && (near || identical(&self.value, wrong))
        };
        self.mistakes.iter().find(|(wrong, _)| same(wrong)).map(|(_, what_happened)| what_happened.clone())
    }

    #[track_caller]
    fn fail(
        &self,
        expected: &V,
        label: &'static str,
        otherwise: &str,
        precision: f64,
        detail: Option<(&'static str, String)>,
    ) -> ! {
        let guess = || match self.derived {
            None => diagnosis::diagnose(&self.value, expected, &self.inputs, precision),
            Some(formula) => Some(format!("{formula} has a wrong value")),
        };
        let headline = self.known_mistake(Some(expected)).or_else(guess).unwrap_or_else(|| otherwise.into());
        let (shape, yours, right) = (expected.shape(), self.value.numbers(), expected.numbers());
        let equal = |a, b| close(a, b, self.absolute, self.relative);
        let differs = || {
            let comparable = self.value.shape() == shape && yours.len() > 1;
            comparable.then(|| diagnosis::largest_difference(&shape, &yours, &right, equal)).flatten()
        };
        let (detail_label, detail) = match detail {
            Some((label, detail)) => (label, Some(detail)),
            None => ("differs", differs()),
        };
        let shown = |value: &V| match self.derived {
            None => value.show(),
            Some(formula) => format!("{formula} = {}", value.show()),
        };
        Failure::new(headline)
            .line("yours", shown(&self.value))
            .line(label, shown(expected))
            .optional_line(detail_label, detail)
            .raise()
    }
}

/// The same numbers, NaN and infinity among them: a mistake may be known by them, though no right answer is.
fn identical(a: &impl Values, b: &impl Values) -> bool {
    let (a, b) = (a.numbers(), b.numbers());
    a.iter().zip(&b).all(|(a, b)| a == b || (a.is_nan() && b.is_nan()))
}

impl<P: Point> Got<P> {
    /// Fails unless the value is the gradient of `f` at `at`, as measured by central differences.
    #[track_caller]
    pub fn expect_gradient_of(self, f: impl Fn(&P) -> f64, at: &P) {
        let numeric = gradient::numeric_gradient(f, at);
        if self.value.shape() != numeric.shape() {
            self.fail(&numeric, "measured", "the gradient has the wrong shape", LARGEST_ERROR, None);
        }
        if let Some((entry, error)) = gradient::worst_entry(&self.value, &numeric) {
            let (otherwise, detail) = if numeric.shape().is_empty() {
                let how =
                    "the input was moved a little to both sides: by this much the curve rises here, for each unit";
                ("the derivative is not the slope that is measured", ("how", how.to_owned()))
            } else {
                let detail = format!(
                    "most in entry {entry}, by a relative error of {error:.1e}; allowed is {LARGEST_ERROR:.0e}.\n\
                     Measured is how the error changes when an entry is moved a little to both sides"
                );
                ("the gradient is not the slope that is measured", ("differs", detail))
            };
            self.fail(&numeric, "measured", otherwise, LARGEST_ERROR, Some(detail));
        }
    }
}
