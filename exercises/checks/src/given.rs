//! A check as a sentence: given these inputs, the function returned this; that was expected.
//!
//! What has a type parameter is compiled once more for each type of value in each chapter, while a student waits. So it
//! only reads the numbers, and what is said of them is in `comparison.rs`.

use crate::answer::words_of;
use crate::comparison::{Comparison, Found};
use crate::failure::{self, Failure};
use crate::{ABSOLUTE, LARGEST_ERROR, Point, RELATIVE, Values, gradient, show};
use std::panic::{self, AssertUnwindSafe};

/// The inputs of one call, remembered so that a message can show them even if the function under test panics.
pub struct Given(());

/// Starts a check: the function under test is called with `value` as its argument `name`.
pub fn given(name: &str, value: &impl Values) -> Given {
    failure::forget_inputs();
    Given(()).and(name, value)
}

impl Given {
    /// One more argument.
    pub fn and(self, name: &str, value: &impl Values) -> Self {
        failure::remember_input(name, value.show());
        self
    }

    /// The function under test, where a task has more than one.
    pub fn of(self, function: &'static str) -> Self {
        failure::remember_function(function);
        self
    }

    /// What the function returned.
    pub fn got<V: Values>(self, value: V) -> Got<V> {
        let yours = value.read();
        let comparison = Comparison { yours, derived: None, absolute: ABSOLUTE, relative: RELATIVE };
        Got { value, comparison }
    }
}

impl Given {
    /// Fails unless the call panics, since its input is not valid, as `words` say: "w and x differ in length".
    ///
    /// A stub panics too: so the same test checks a value first.
    #[track_caller]
    pub fn expect_panic<V: Values>(self, words: &str, call: impl FnOnce() -> V) {
        match panic::catch_unwind(AssertUnwindSafe(call)) {
            Ok(value) => {
                let failure = Failure::new(format!("{words}, so it should panic; it returned a value"));
                Failure { not_refused: true, ..failure }
                    .line("yours", value.show())
                    .line("expected", "a panic, as the comment above the function says")
                    .raise()
            }
            Err(panic) if words_of(panic.as_ref()).starts_with("not yet implemented") => panic::resume_unwind(panic),
            Err(_) => {}
        }
    }
}

/// What the function under test returned for the inputs given.
#[must_use = "a value that is not compared checks nothing"]
pub struct Got<V> {
    value: V,
    comparison: Comparison,
}

impl<V: Values> Got<V> {
    /// The value is not what the function returned, but computed from it in the way that `formula` says: the message
    /// shows that.
    pub fn derived(mut self, formula: &'static str) -> Self {
        self.comparison.derived = Some(formula);
        self
    }

    /// Other tolerances than [`ABSOLUTE`] and [`RELATIVE`], for results that are published with fewer digits.
    pub fn within(mut self, absolute: f64, relative: f64) -> Self {
        (self.comparison.absolute, self.comparison.relative) = (absolute, relative);
        self
    }

    /// Fails unless the value has the expected shape and is close to `expected` in each entry.
    #[track_caller]
    pub fn expect(self, expected: V) {
        let numbers = expected.read();
        if !self.comparison.agrees_with(&numbers) {
            self.comparison.fail(&Found {
                yours: self.value.show(),
                expected: expected.show(),
                numbers,
                label: "expected",
                otherwise: "the value is wrong",
                detail: None,
            });
        }
    }

    /// Fails unless the value has this shape, which `words` explain: "one weight for each column of x".
    #[track_caller]
    pub fn expect_shape(self, shape: &[usize], words: &str) {
        let yours = &self.comparison.yours.shape;
        if yours != shape {
            let (yours, wanted) = (show::shape(yours), show::shape(shape));
            Failure::new(format!("the result has shape {yours}, expected is {wanted}: {words}"))
                .line("yours", self.value.show())
                .raise();
        }
    }

    /// Fails unless the value satisfies `property`, which `words` describe: "is never negative".
    #[track_caller]
    pub fn expect_that(self, words: &str, property: impl Fn(&V) -> bool) {
        if !self.comparison.yours.are_finite() || !property(&self.value) {
            self.comparison.fail_for_want_of(words, self.value.show());
        }
    }
}

impl<P: Point> Got<P> {
    /// Fails unless the value is the gradient of `f` at `at`, as measured by central differences.
    #[track_caller]
    pub fn expect_gradient_of(self, f: impl Fn(&P) -> f64, at: &P) {
        let measured = gradient::numeric_gradient(f, at);
        let numbers = measured.read();
        let (otherwise, detail) = if self.comparison.yours.shape != numbers.shape {
            ("the gradient has the wrong shape", None)
        } else if let Some((entry, error)) = gradient::worst_entry(&self.comparison.yours.values, &numbers.values) {
            disagreement(numbers.shape.is_empty(), entry, error)
        } else {
            return;
        };
        self.comparison.fail(&Found {
            yours: self.value.show(),
            expected: measured.show(),
            numbers,
            label: "measured",
            otherwise,
            detail,
        });
    }
}

/// A gradient that is not the one measured: what to say of it, and by how much.
fn disagreement(of_one_number: bool, entry: usize, error: f64) -> (&'static str, Option<(&'static str, String)>) {
    if of_one_number {
        let how = "the input was moved a little to both sides: by this much the curve rises here, for each unit";
        return ("the derivative is not the slope that is measured", Some(("how", how.into())));
    }
    let detail = format!(
        "most in entry {entry}, by a relative error of {error:.1e}; allowed is {LARGEST_ERROR:.0e}.\n\
         Measured is how the error changes when an entry is moved a little to both sides"
    );
    ("the gradient is not the slope that is measured", Some(("differs", detail)))
}
