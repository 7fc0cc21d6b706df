//! What a failed check tells the student: first what to do, then the evidence.

use crate::search::{Cause, Finding};
use crate::show;
use std::cell::{Cell, RefCell};
use std::fmt::{self, Display, Formatter};

thread_local! {
    static FUNCTION: Cell<Option<&'static str>> = const { Cell::new(None) };
    static INPUTS: RefCell<Vec<(String, String)>> = const { RefCell::new(vec![]) };
    static FAILED: RefCell<Option<Failure>> = const { RefCell::new(None) };
}

/// A check that failed, before the task, the file to edit and the section to read are added to it.
#[derive(Debug, Clone, Default)]
pub struct Failure {
    /// The likely mistake, in one sentence.
    pub headline: String,
    /// Labelled evidence: what the student's function returned, what was expected.
    pub lines: Vec<(&'static str, String)>,
    /// Whether the headline says that something is wrong, and not what.
    pub vague: bool,
    /// Whether a value came back where a panic was due.
    pub not_refused: bool,
    /// The function to mend, if it is not the one that was tested.
    pub to_mend: Option<String>,
}

impl Failure {
    pub fn new(headline: impl Into<String>) -> Self {
        Self { headline: headline.into(), ..Self::default() }
    }

    /// One whose headline a pattern may go on after a colon.
    pub fn vague(headline: impl Into<String>) -> Self {
        Self { vague: true, ..Self::new(headline) }
    }

    /// Says what the search has found: of the function that failed, or of one that it may have called.
    pub fn explain(&mut self, finding: &Finding, of_another: bool) {
        let words = |sentence: &str| match of_another {
            true => format!("`{}` is wrong: {sentence}", finding.function),
            false => sentence.to_owned(),
        };
        match &finding.cause {
            Cause::Mistake(sentence) => self.headline = words(sentence),
            Cause::Pattern(pattern) if self.vague && !of_another => {
                self.headline = match pattern.strip_prefix("it is wrong ") {
                    // Not “the value is wrong: it is wrong …”.
                    Some(rest) => format!("{} {rest}", self.headline),
                    None => format!("{}: {pattern}", self.headline),
                };
            }
            Cause::Pattern(pattern) => self.lines.insert(0, ("pattern", words(pattern))),
            Cause::Right | Cause::Unknown => {}
        }
    }

    /// All inputs of the search were answered rightly.
    pub fn is_an_exception(&mut self) {
        if self.vague {
            self.headline += " here, and right for all other inputs that were tried: what is special about these?";
        }
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

    /// Ends the test, with the inputs of the call and the location of the check in the test.
    #[track_caller]
    pub fn raise(self) -> ! {
        let place = std::panic::Location::caller();
        self.with_inputs().line("test", format!("{}:{}", show::path(place.file()), place.line())).end()
    }

    /// Ends the test. What was found waits for [`take`].
    pub fn end(self) -> ! {
        let text = self.to_string();
        FAILED.set(Some(self));
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
}
