//! Runs one test of a task: its verdict, and the message that explains a failure.

use crate::answer::words_of;
use crate::calls;
use crate::failure::{self, Failure};
use crate::names::{chapter_of, find_function, task_number, test_name};
use crate::place::Place;
use crate::record::{self, Verdict};
use crate::search::{self, Cause, Finding};
use crate::stubs;
use crate::task::AnyTask;
use crate::verify;
use crate::watchdog::Watchdog;
use std::any::Any;
use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe, Location};
use std::sync::Once;

/// What the message of a stub begins with.
const EXPECTED_RED: &str = "not yet implemented. This red is expected";

thread_local! {
    /// Where this thread's test panicked; `None` outside a graded test.
    static PANIC: RefCell<Option<Place>> = const { RefCell::new(None) };
}

/// How a test ended, and the panic that ended it.
pub struct Outcome {
    pub verdict: Verdict,
    /// The function that the failure is about.
    function: String,
    pub failure: Failure,
    panic: Option<Box<dyn Any + Send>>,
}

/// Runs `test` with the student's functions, or with a known mistake in the place of one of them.
pub fn grade(
    task: &'static dyn AnyTask,
    type_name: &'static str,
    points: u32,
    caller: &Location,
    test: &dyn Fn(Option<(usize, usize)>),
) {
    let name = test_name(type_name);
    if search::is_requested() {
        return search::answer_request(task);
    }
    if verify::is_requested() {
        return verify::try_mistakes(task, name, test);
    }
    let recorder = record::recorder();
    if let Some(recorder) = recorder {
        recorder.started(name, points);
    }
    // A grader has limits of its own, and may count threads.
    let watchdog = recorder.is_none().then(|| {
        Watchdog::over(task_number(name), task.functions(), move || {
            search::in_a_process(task, type_name).into_iter().find_map(|finding| match finding.cause {
                Cause::Mistake(sentence) => Some(format!("{}: {sentence}", finding.function)),
                _ => None,
            })
        })
    });
    let mut outcome = run(task, caller.file(), &|| test(None));
    drop(watchdog);
    let described = |outcome: &Outcome| outcome.describe(task, name, caller.file());
    if let Some(recorder) = recorder {
        recorder.ended(name, outcome.verdict, &described(&outcome));
    }
    let Some(panic) = outcome.panic.take() else { return };
    if calls::only_the_verdict_counts() {
        calls::tell(&outcome.function);
        panic::resume_unwind(panic);
    }
    if matches!(outcome.verdict, Verdict::Failed | Verdict::Panicked) {
        // The verdict stands: what follows looks for the words that help.
        let findings = if recorder.is_some() { search::run(task) } else { search::in_a_process(task, type_name) };
        let finding = outcome.take_in(&findings);
        if let (Some(recorder), Some(finding)) = (recorder, finding) {
            recorder.explained(name, finding.kind(), &finding.fingerprint, &described(&outcome));
        }
        // A grader's tests cannot start others.
        if recorder.is_none() {
            outcome.blame_an_earlier_task(task_number(name));
        }
    }
    eprintln!("{}", described(&outcome));
    panic::resume_unwind(panic);
}

/// Runs a test, whatever it does, and tells how it ended.
pub fn run(task: &dyn AnyTask, file: &str, test: &dyn Fn()) -> Outcome {
    let (result, place) = quietly(test);
    let about = |function: &str| failure::function().unwrap_or(function).to_owned();
    let first = task.functions()[0];
    match (result, failure::take()) {
        (Ok(()), None) => {
            Outcome { verdict: Verdict::Passed, function: about(first), failure: Failure::default(), panic: None }
        }
        // A check in a function that was handed to the student's code, which caught its panic.
        (Ok(()), Some(failure)) => {
            let panic = Some(Box::new(failure.to_string()) as Box<dyn Any + Send>);
            Outcome { verdict: Verdict::Failed, function: about(first), failure, panic }
        }
        (Err(panic), Some(failure)) => {
            Outcome { verdict: Verdict::Failed, function: about(first), failure, panic: Some(panic) }
        }
        (Err(panic), None) => {
            let words = words_of(panic.as_ref()).to_owned();
            match words.strip_prefix("not yet implemented") {
                Some(wanted) => unwritten(task, file, wanted.trim_start_matches(": "), &place, about(first), panic),
                None => {
                    let failure = panicked(&words, &place);
                    let here =
                        place.function().map(|(name, _)| name).filter(|it| task.functions().contains(&it.as_str()));
                    let function = here.unwrap_or_else(|| about(first));
                    Outcome { verdict: Verdict::Panicked, function, failure, panic: Some(panic) }
                }
            }
        }
    }
}

/// Runs `test`, which may panic, without the message of Rust. The test's own message says the same, and more, in an
/// order that a beginner can read.
pub fn quietly(test: &dyn Fn()) -> (Result<(), Box<dyn Any + Send>>, Place) {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let graded = PANIC.with_borrow_mut(|panic| match (panic, info.location()) {
                (Some(panic), Some(place)) => {
                    *panic = Place { file: place.file().into(), line: place.line() };
                    true
                }
                _ => false,
            });
            if !graded {
                usual(info);
            }
        }));
    });
    failure::forget_inputs();
    PANIC.set(Some(Place::default()));
    let result = panic::catch_unwind(AssertUnwindSafe(test));
    (result, PANIC.take().unwrap_or_default())
}

/// A `todo!` was reached: in a stub, in code that is begun, or in a function of another task.
fn unwritten(
    task: &dyn AnyTask,
    file: &str,
    wanted: &str,
    place: &Place,
    about: String,
    panic: Box<dyn Any + Send>,
) -> Outcome {
    let (stub, begun) = place.function().unwrap_or_else(|| (about.clone(), false));
    let of_this_task = task.functions().contains(&stub.as_str());
    let next = stubs::next().filter(|next| next.function != stub);
    let mut failure = if begun {
        Failure::new("a `todo!` is left in what you have written: delete it")
    } else if !of_this_task {
        Failure::new(format!("it calls `{stub}`, which is not yet implemented: write that first"))
    } else if wanted.is_empty() {
        Failure::new("not yet implemented: a `todo!` is left in your code")
    } else if let Some(next) = &next {
        Failure::new(format!("{EXPECTED_RED}; before it comes task {}, {}.", next.task, next.function))
    } else {
        Failure::new(format!("{EXPECTED_RED}: it is the next thing to write."))
    };
    // What is further on is told when its turn comes.
    let short = of_this_task && !begun && !wanted.is_empty() && next.is_some();
    if !short {
        failure = failure.optional_line("wanted", (!wanted.is_empty()).then(|| wanted.to_owned()));
        failure = failure.optional_line("at", if begun { place.shown() } else { None });
    }
    failure = failure.optional_line("edit", find_function(&stub));
    if of_this_task && !short {
        failure = failure.line("read", section(task, file));
    }
    let function = if of_this_task { stub } else { about };
    Outcome { verdict: Verdict::Todo, function, failure, panic: Some(panic) }
}

/// The code under test panicked.
fn panicked(words: &str, place: &Place) -> Failure {
    let headline = place.explain(words);
    // What explains itself is not said twice.
    let rest = match words.split_once(headline.as_str()) {
        Some((_, rest)) => rest.trim(),
        None => words,
    };
    let rest = (!rest.is_empty()).then(|| rest.to_owned());
    Failure::new(headline).optional_line("panic", rest).optional_line("at", place.shown()).with_inputs()
}

fn section(task: &dyn AnyTask, file: &str) -> String {
    format!("“{}” in {} of the book", task.section(), chapter_of(file))
}

impl Outcome {
    /// The message: first what to do, then the evidence, then where to go on.
    pub fn describe(&self, task: &dyn AnyTask, test: &str, file: &str) -> String {
        let failure = match self.verdict {
            Verdict::Passed => return String::new(),
            Verdict::Todo => self.failure.clone(),
            Verdict::Failed | Verdict::Panicked => {
                let edit = find_function(self.failure.to_mend.as_ref().unwrap_or(&self.function));
                self.failure.clone().optional_line("edit", edit).line("read", section(task, file))
            }
        };
        format!("task {}, {}: {failure}", task_number(test), self.function)
    }

    /// If this function calls one of an earlier task that is red, says that first.
    fn blame_an_earlier_task(&mut self, task: &str) {
        let red = task.parse().ok().and_then(|task| calls::red_before(&self.function, task));
        if let Some((function, number)) = red {
            self.failure.to_mend = Some(function.clone());
            self.needs_first(&format!("it needs `{function}` of task {number}, and that is wrong: mend it first"));
        }
    }

    fn needs_first(&mut self, headline: &str) {
        let found = std::mem::replace(&mut self.failure.headline, headline.to_owned());
        self.failure.lines.insert(0, ("also", found));
    }

    /// Says what was found out, and returns it: what is wrong with another function of the task that this one calls, or
    /// what this one does, or else what another does that it may call.
    fn take_in<'a>(&mut self, findings: &'a [Finding]) -> Option<&'a Finding> {
        let wrong = findings.iter().filter(|finding| !finding.is_right());
        // A panic inside a library does not say which function of the task called it.
        let is_right = |name: &str| findings.iter().any(|finding| finding.is_right() && finding.function == name);
        if self.verdict == Verdict::Panicked
            && is_right(&self.function)
            && let Some(other) = wrong.clone().next()
        {
            self.function.clone_from(&other.function);
        }
        if let Some(called) = wrong.clone().find(|finding| calls::needs(&self.function, &finding.function)) {
            self.failure.to_mend = Some(called.function.clone());
            match called.cause {
                Cause::Mistake(_) => self.failure.explain(called, true),
                _ => self.needs_first(&format!("it needs `{}`, and that is wrong: mend it first", called.function)),
            }
            return Some(called);
        }
        let rank = |finding: &&Finding| {
            let of_another = finding.function != self.function;
            match finding.cause {
                Cause::Mistake(_) => (0, of_another),
                Cause::Pattern(_) => (1, of_another),
                Cause::Right | Cause::Unknown => (2, of_another),
            }
        };
        let Some(finding) = wrong.min_by_key(rank) else {
            if findings.iter().any(|finding| finding.function == self.function) {
                self.failure.is_an_exception();
            }
            return None;
        };
        self.failure.explain(finding, finding.function != self.function);
        Some(finding)
    }
}

#[cfg(test)]
mod tests;
