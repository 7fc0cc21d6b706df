//! What a failed check tells the student: first what to do, then the evidence.

use std::cell::{Cell, RefCell};
use std::fmt::{self, Display, Formatter};

thread_local! {
    static FUNCTION: Cell<Option<&'static str>> = const { Cell::new(None) };
    static INPUTS: RefCell<Vec<(String, String)>> = const { RefCell::new(vec![]) };
    static PRINTED: RefCell<Option<String>> = const { RefCell::new(None) };
    static EXPECTED: RefCell<Option<String>> = const { RefCell::new(None) };
    static FAILED: RefCell<Option<Failure>> = const { RefCell::new(None) };
}

/// A check that failed, before the task, the file to edit and the section to read are added to it.
#[derive(Debug, Clone, Default)]
pub struct Failure {
    /// The likely mistake, in one sentence.
    pub headline: String,
    /// Labelled evidence: what the student's function returned, what was expected.
    pub lines: Vec<(&'static str, String)>,
}

impl Failure {
    pub fn new(headline: impl Into<String>) -> Self {
        Self { headline: headline.into(), lines: vec![] }
    }

    pub fn line(mut self, label: &'static str, text: impl Into<String>) -> Self {
        self.lines.push((label, text.into()));
        self
    }

    pub fn optional_line(self, label: &'static str, text: Option<String>) -> Self {
        match text {
            Some(text) => self.line(label, text),
            None => self,
        }
    }

    /// A text made from the student's results that is not the expected one. Students print nothing: so the words are about a
    /// table or a picture, and say where it begins to differ.
    pub fn of_texts() -> Self {
        let (yours, expected) = (PRINTED.take(), EXPECTED.take());
        let lines =
            |text: &Option<String>| text.iter().flat_map(|text| text.lines()).map(String::from).collect::<Vec<_>>();
        let (left, right) = (lines(&yours), lines(&expected));
        let same = left.iter().zip(&right).take_while(|(left, right)| left.trim_end() == right.trim_end()).count();
        Self::new(format!("what this test prints from your results differs, first in line {}", same + 1))
            .optional_line("yours", yours)
            .optional_line("expected", expected)
    }

    /// The inputs of the call that failed.
    pub fn with_inputs(mut self) -> Self {
        let inputs = INPUTS.with_borrow(|inputs| {
            let lines =
                inputs.iter().map(|(name, value)| format!("{name} = {}", indent(value, name.chars().count() + 3)));
            lines.collect::<Vec<_>>().join("\n")
        });
        if !inputs.is_empty() {
            self.lines.push(("given", inputs));
        }
        self
    }

    /// Ends the test. What was found waits for [`take`], and the location is that of the check in the test.
    #[track_caller]
    pub fn raise(self) -> ! {
        let place = std::panic::Location::caller();
        let failure = self.with_inputs().line("test", format!("{}:{}", place.file(), place.line()));
        let text = failure.to_string();
        FAILED.set(Some(failure));
        panic!("{text}");
    }
}

impl Display for Failure {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.headline)?;
        for (label, text) in &self.lines {
            writeln!(f, "  {label:<9} {}", indent(text, 12))?;
        }
        Ok(())
    }
}

/// All lines but the first moved to the right, so that they stand below it.
fn indent(text: &str, width: usize) -> String {
    text.replace('\n', &format!("\n{:width$}", ""))
}

/// The failure that ended this thread's test, if it was a check that ended it.
pub fn take() -> Option<Failure> {
    FAILED.take()
}

pub fn remember_input(name: &str, value: String) {
    INPUTS.with_borrow_mut(|inputs| inputs.push((name.into(), value)));
}

pub fn remember_text(text: String) {
    PRINTED.set(Some(text));
}

/// Remembers the text of a snapshot as it is read: without the indentation that it has in the test.
#[doc(hidden)]
pub fn remember_expected_text(literal: &str) {
    let lines = || literal.trim_matches('\n').lines();
    let indentation = |line: &str| line.len() - line.trim_start().len();
    let common = lines().filter(|line| !line.trim().is_empty()).map(indentation).min().unwrap_or(0);
    let text: Vec<&str> = lines().map(|line| line.get(common..).unwrap_or_default()).collect();
    EXPECTED.set(Some(text.join("\n").trim_end().to_owned()));
}

/// The function that the check in progress is about, if it said so.
pub fn function() -> Option<&'static str> {
    FUNCTION.get()
}

pub fn remember_function(name: &'static str) {
    FUNCTION.set(Some(name));
}

pub fn forget_inputs() {
    FUNCTION.set(None);
    INPUTS.with_borrow_mut(Vec::clear);
    PRINTED.set(None);
    EXPECTED.set(None);
}
