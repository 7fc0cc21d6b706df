//! Every known mistake must be caught, and named by its own sentence.
//!
//! `cargo xtask verify` starts the reference's tests with a variable that names a file. Then each test runs with every
//! known mistake of its task in turn, in the place of the function, and what became of it is written there.

use crate::diagnosis::Whose;
use crate::grade;
use crate::names::task_module;
use crate::record::Verdict;
use crate::search::{self, Cause};
use crate::task::AnyTask;
use std::collections::BTreeSet;
use std::env;
use std::fs::OpenOptions;
use std::io::Write;
use std::sync::Mutex;

/// The environment variable that names the file for what becomes of each mistake.
pub const VERIFY_VARIABLE: &str = "CHECKS_VERIFY";

pub fn is_requested() -> bool {
    env::var_os(VERIFY_VARIABLE).is_some()
}

/// Runs the test with each known mistake: `caught` or `missed`, the test, the function, the mistake's number.
///
/// With the first test of a task comes what each of its mistakes is named: `named`, the task, the function, the number, and
/// what the search says.
pub fn try_mistakes(task: &'static dyn AnyTask, name: &str, test: &dyn Fn(Option<(usize, usize)>)) {
    static NAMED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    let mut lines = String::new();
    let module = task_module(name);
    let first = NAMED.lock().is_ok_and(|mut named| named.insert(module.to_owned()));
    for (diagnosis, function) in task.diagnosed().into_iter().enumerate() {
        for number in 0..task.sentences(diagnosis).len() {
            let outcome = grade::run(task, "", &|| test(Some((diagnosis, number))));
            let word = if outcome.verdict == Verdict::Passed { "missed" } else { "caught" };
            lines += &format!("{word}\t{name}\t{function}\t{number}\n");
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

fn said(task: &dyn AnyTask, diagnosis: usize, whose: Whose) -> String {
    let replies = std::cell::RefCell::new(vec![]);
    grade::quietly(&|| *replies.borrow_mut() = search::replies(task, diagnosis, whose)).0.ok();
    let finding = search::find(task, diagnosis, &replies.into_inner());
    match finding.cause {
        Cause::Mistake(sentence) => sentence,
        Cause::Pattern(pattern) => format!("(pattern) {pattern}"),
        Cause::Right => "(right)".into(),
        Cause::Unknown => "(unknown)".into(),
    }
}
