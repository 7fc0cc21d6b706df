//! The search for what a wrong function does: its answers to all inputs, beside those of every known mistake.

mod nearly;

use crate::answer::{Answer, Reply};
use crate::diagnosis::Whose;
use crate::names::libtest_name;
use crate::patterns;
use crate::task::AnyTask;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{LazyLock, Mutex};
use std::thread;
use std::time::{Duration, Instant};
use std::{env, fs};

/// The environment variable that names the file for the findings, and asks for a search in the place of the test.
const SEARCH_VARIABLE: &str = "CHECKS_SEARCH";
/// How long one call may take: the reference needs less than a hundredth of it.
const PATIENCE: Duration = Duration::from_millis(1500);
/// How many calls may go on for longer before the search is content with what it has.
const ENDLESS_CALLS: usize = 1;
/// How many wrong values a mistake must explain for a panic to be passed over.
const ENOUGH: usize = 3;
/// How long a search may take in all.
const DEADLINE: Duration = Duration::from_secs(10);

/// What was found out about a function.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub function: String,
    pub cause: Cause,
    /// Equal for functions that give the same answers.
    pub fingerprint: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// All answers are right.
    Right,
    /// A known mistake gives all of these answers.
    Mistake(String),
    /// No known mistake does, but this is true of all answers.
    Pattern(String),
    Unknown,
}

impl Finding {
    pub fn is_right(&self) -> bool {
        self.cause == Cause::Right
    }

    /// The word for it in a record.
    pub fn kind(&self) -> &'static str {
        match self.cause {
            Cause::Right => "right",
            Cause::Mistake(_) => "mistake",
            Cause::Pattern(_) => "pattern",
            Cause::Unknown => "unknown",
        }
    }

    fn to_line(&self) -> String {
        let sentence = match &self.cause {
            Cause::Mistake(sentence) | Cause::Pattern(sentence) => sentence.as_str(),
            Cause::Right | Cause::Unknown => "",
        };
        format!("{}\t{}\t{}\t{sentence}\n", self.function, self.kind(), self.fingerprint)
    }

    fn from_line(line: &str) -> Option<Self> {
        let [function, kind, fingerprint, sentence] = line.split('\t').collect::<Vec<_>>().try_into().ok()?;
        let cause = match kind {
            "right" => Cause::Right,
            "mistake" => Cause::Mistake(sentence.into()),
            "pattern" => Cause::Pattern(sentence.into()),
            _ => Cause::Unknown,
        };
        Some(Self { function: function.into(), cause, fingerprint: fingerprint.into() })
    }
}

/// Whether this process was started to search, and not to test.
pub fn is_requested() -> bool {
    env::var_os(SEARCH_VARIABLE).is_some()
}

/// Searches, and writes what was found to the file that was named.
pub fn answer_request(task: &'static dyn AnyTask) {
    if let Some(file) = env::var_os(SEARCH_VARIABLE) {
        let lines: String = run(task).iter().map(Finding::to_line).collect();
        // Without findings the message says what the test saw.
        let _ = fs::write(file, lines);
    }
}

/// What a process of its own finds out about the task, once for all of its tests. There the functions can print,
/// recurse without end and exit as they like.
pub fn in_a_process(task: &'static dyn AnyTask, type_name: &str) -> Vec<Finding> {
    static FOUND: LazyLock<Mutex<BTreeMap<&str, Vec<Finding>>>> = LazyLock::new(Mutex::default);
    // Held during the search: the other tests of the task wait for it.
    let Ok(mut found) = FOUND.lock() else { return vec![] };
    found
        .entry(task.functions()[0])
        .or_insert_with(|| start_process(libtest_name(type_name)).unwrap_or_default())
        .clone()
}

fn start_process(test: &str) -> Option<Vec<Finding>> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let file = env::temp_dir().join(format!("checks-search-{}-{number}", std::process::id()));
    let mut child = Command::new(env::current_exe().ok()?)
        .args([test, "--exact", "--nocapture", "--test-threads=1"])
        .env(SEARCH_VARIABLE, &file)
        // Each panic would be printed with one, to nobody.
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let end = Instant::now() + DEADLINE;
    while child.try_wait().ok()?.is_none() {
        if Instant::now() > end {
            let _ = child.kill();
            let _ = child.wait();
            break;
        }
        thread::sleep(Duration::from_millis(2));
    }
    let findings = read(&file);
    let _ = fs::remove_file(file);
    findings
}

fn read(file: &Path) -> Option<Vec<Finding>> {
    fs::read_to_string(file).ok()?.lines().map(Finding::from_line).collect()
}

/// Searches in this process, in threads.
pub fn run(task: &'static dyn AnyTask) -> Vec<Finding> {
    (0..task.diagnosed().len())
        .filter_map(|diagnosis| Some(find(task, diagnosis, &patiently(task, diagnosis)?)))
        .collect()
}

/// What the replies of a function say about it.
pub fn find(task: &dyn AnyTask, diagnosis: usize, yours: &[Reply]) -> Finding {
    let right = replies(task, diagnosis, Whose::Right);
    let cause = if yours.iter().any(|reply| matches!(reply, Reply::Unwritten)) {
        Cause::Unknown
    } else if right.iter().zip(yours).all(|(right, yours)| agree(right, yours)) {
        Cause::Right
    } else if let Some(sentence) = known_mistake(task, diagnosis, &right, yours) {
        Cause::Mistake(sentence.into())
    } else if yours.len() < right.len() {
        Cause::Unknown
    } else {
        let properties = task.properties(diagnosis);
        patterns::describe(yours, &right, &properties, task.arguments(diagnosis).as_deref())
            .or_else(|| nearly::describe(task, diagnosis, &right, yours))
            .or_else(|| patterns::hint(yours, &right, &properties))
            .map_or(Cause::Unknown, Cause::Pattern)
    };
    Finding { function: task.diagnosed()[diagnosis].into(), cause, fingerprint: fingerprint(yours) }
}

/// Whether a reply is right: the same value, or a panic of any kind where one is due.
pub fn agree(right: &Reply, yours: &Reply) -> bool {
    match right {
        Reply::Returned(_) => yours.is_like(right),
        _ => matches!(yours, Reply::Panicked(_)),
    }
}

/// The replies to all inputs, of a function that is known to end.
pub fn replies(task: &dyn AnyTask, diagnosis: usize, whose: Whose) -> Vec<Reply> {
    let mut replies = vec![];
    task.replies(diagnosis, whose, 0, &mut |reply| {
        replies.push(reply);
        ControlFlow::Continue(())
    });
    replies
}

/// The replies of the student's function: fewer than there are inputs if some calls do not end.
fn patiently(task: &'static dyn AnyTask, diagnosis: usize) -> Option<Vec<Reply>> {
    let mut replies = vec![];
    for _ in 0..=ENDLESS_CALLS {
        let (send, receive) = mpsc::channel();
        let skipped = replies.len();
        let each = move || {
            task.replies(diagnosis, Whose::Yours, skipped, &mut |reply| match send.send(reply) {
                Ok(()) => ControlFlow::Continue(()),
                Err(_) => ControlFlow::Break(()),
            });
        };
        thread::Builder::new().spawn(each).ok()?;
        loop {
            match receive.recv_timeout(PATIENCE) {
                Ok(reply) => replies.push(reply),
                Err(RecvTimeoutError::Disconnected) => return Some(replies),
                Err(RecvTimeoutError::Timeout) => {
                    replies.push(Reply::Endless);
                    break;
                }
            }
        }
    }
    Some(replies)
}

/// The mistake that explains every reply.
///
/// How a function ends where it has no answer depends on how it is written. So what it does with an input that it
/// should refuse counts only if all else is right, and a panic of yours where the mistake returns a value (`n - 1` for
/// an empty array) is passed over if enough wrong values are explained.
fn known_mistake(task: &dyn AnyTask, diagnosis: usize, right: &[Reply], yours: &[Reply]) -> Option<&'static str> {
    let sentences = task.sentences(diagnosis);
    let number = (0..sentences.len()).find(|&number| explains(task, diagnosis, number, right, yours))?;
    Some(sentences[number])
}

fn explains(task: &dyn AnyTask, diagnosis: usize, number: usize, right: &[Reply], yours: &[Reply]) -> bool {
    let valid = |reply: &Reply| reply.returned().is_some();
    let only_refusals = right.iter().zip(yours).all(|(right, yours)| !valid(right) || agree(right, yours));
    let (mut explained, mut passed_over, mut differs) = (0, 0, false);
    let mut cases = right.iter().zip(yours);
    task.replies(diagnosis, Whose::Mistake(number), 0, &mut |wrong| {
        let Some((right, yours)) = cases.next() else { return ControlFlow::Break(()) };
        if valid(right) {
            if wrong.is_like(yours) {
                explained += usize::from(valid(yours) && !agree(right, yours));
            } else if valid(&wrong) && matches!(yours, Reply::Panicked(_)) {
                passed_over += 1;
            } else {
                differs = true;
            }
        } else {
            differs = only_refusals && valid(&wrong) != valid(yours);
        }
        if differs { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    !differs && (passed_over == 0 || (explained >= ENOUGH && passed_over <= explained / 2))
}

/// A hash of the replies, of their numbers to six digits (FNV-1a).
fn fingerprint(replies: &[Reply]) -> String {
    let text: String = replies.iter().map(|reply| match reply {
        Reply::Returned(Answer { parts, .. }) => {
            let numbers = parts.iter().flat_map(|(_, part)| &part.values);
            let shapes: Vec<_> = parts.iter().map(|(_, part)| &part.shape).collect();
            numbers.fold(format!("{shapes:?}"), |text, v| format!("{text} {:.5e}", v + 0.0))
        }
        Reply::Panicked(words) => (*words).to_owned(),
        Reply::Unwritten => "unwritten".into(),
        Reply::Endless => "endless".into(),
    } + "\n").collect();
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests;
