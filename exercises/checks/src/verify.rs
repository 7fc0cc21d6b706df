//! Every known mistake must be caught, and named by its own sentence.
//!
//! `cargo xtask verify` starts the reference's tests with a variable that names a file. Then each test runs with every
//! known mistake of its task in turn, in the place of the function, and what became of it is written there.

use crate::answer::Reply;
use crate::diagnosis::Whose;
use crate::grade;
use crate::names::task_module;
use crate::record::Verdict;
use crate::search::{self, Cause};
use crate::task::AnyTask;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::env;
use std::fs::OpenOptions;
use std::io::Write;
use std::sync::Mutex;

/// The environment variable that names the file for what becomes of each mistake.
pub const VERIFY_VARIABLE: &str = "CHECKS_VERIFY";

/// Whether this process is to try the known mistakes.
pub fn is_requested() -> bool {
    env::var_os(VERIFY_VARIABLE).is_some()
}

/// Runs the test with each known mistake that no test has caught yet, and writes `caught`, the test, the function and
/// the mistake's number for each that fails it.
///
/// With the first test of a task comes what its mistakes are called: `named`, the module, the function, the number, and
/// what the search says.
pub fn try_mistakes(task: &'static dyn AnyTask, name: &str, test: &dyn Fn(Option<(usize, usize)>)) {
    static NAMED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    static CAUGHT: Mutex<BTreeSet<(&str, usize)>> = Mutex::new(BTreeSet::new());
    let mut lines = String::new();
    let module = task_module(name);
    let first = NAMED.lock().is_ok_and(|mut named| named.insert(module.to_owned()));
    for (diagnosis, function) in task.diagnosed().into_iter().enumerate() {
        for number in 0..task.sentences(diagnosis).len() {
            let is_caught = || CAUGHT.lock().is_ok_and(|caught| caught.contains(&(function, number)));
            if !is_caught() && catches(task, diagnosis, number, test) {
                CAUGHT.lock().expect("no test panics here").insert((function, number));
                lines += &format!("caught\t{name}\t{function}\t{number}\n");
            }
            if first {
                let said = said(task, diagnosis, Whose::Mistake(number));
                lines += &format!("named\t{module}\t{function}\t{number}\t{said}\n");
            }
        }
        if first {
            let said = said(task, diagnosis, Whose::Yours);
            lines += &format!("reference\t{module}\t{function}\t{said}\n");
        }
    }
    let file = env::var_os(VERIFY_VARIABLE).expect("the variable was there");
    let written =
        OpenOptions::new().append(true).create(true).open(file).and_then(|mut file| file.write_all(lines.as_bytes()));
    written.expect("the file for what becomes of the mistakes can be written");
}

/// Whether the test fails with this mistake, for a reason that lies in it: most mistakes leave out the check of the
/// shapes too, and a test of that says nothing about the values.
fn catches(task: &dyn AnyTask, diagnosis: usize, number: usize, test: &dyn Fn(Option<(usize, usize)>)) -> bool {
    let outcome = grade::run(task, "", &|| test(Some((diagnosis, number))));
    let all_values_right = || {
        let wrong = quiet_replies(task, diagnosis, Whose::Mistake(number));
        let right = search::replies(task, diagnosis, Whose::Right);
        right.iter().zip(&wrong).all(|(right, wrong)| right.returned().is_none() || search::agree(right, wrong))
    };
    outcome.verdict != Verdict::Passed && (!outcome.failure.not_refused || all_values_right())
}

fn quiet_replies(task: &dyn AnyTask, diagnosis: usize, whose: Whose) -> Vec<Reply> {
    let replies = RefCell::new(vec![]);
    grade::quietly(&|| *replies.borrow_mut() = search::replies(task, diagnosis, whose)).0.ok();
    replies.into_inner()
}

fn said(task: &dyn AnyTask, diagnosis: usize, whose: Whose) -> String {
    let replies = quiet_replies(task, diagnosis, whose);
    let finding = RefCell::new(None);
    grade::quietly(&|| *finding.borrow_mut() = Some(search::find(task, diagnosis, &replies))).0.ok();
    match finding.into_inner().map_or(Cause::Unknown, |finding| finding.cause) {
        Cause::Mistake(sentence) => sentence,
        Cause::Pattern(pattern) => format!("(pattern) {pattern}"),
        Cause::Right => "(right)".into(),
        Cause::Unknown => "(unknown)".into(),
    }
}
