//! Prints a hint when a test runs for long: it is probably in a loop that never ends. And stops the tests when they
//! fill the memory.
//!
//! cargo says nothing for a minute, and shows what a test prints only when it has ended. So the hint goes straight to
//! standard error, once, and the test runs on: it may only be slow. But until it ends all that it prints is kept in
//! memory, and a `println!` in a loop without end fills that until the machine stands still.

use std::io::Write;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

/// How long a test may take before something is said. None of the course takes a tenth of it.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often to look at the memory.
const LOOK: Duration = Duration::from_millis(500);

/// The most memory that the tests of a chapter may take, in bytes: many times what those of the course need.
const MOST_MEMORY: u64 = 768 << 20;

/// Watches over the test that holds it. Its end, when it is dropped, is the thread's end.
pub struct Watchdog {
    _held: Sender<()>,
}

impl Watchdog {
    /// Begins to watch over a test of this task. What `cause` finds out is said too.
    pub fn over(task: &str, functions: &[&str], cause: impl FnOnce() -> Option<String> + Send + 'static) -> Self {
        let words = words(task, functions);
        let full = format!(
            "task {task}, {}: the tests take {} MiB of memory and more each second, so they are stopped. Is there a \
             `println!` or a `push` in a loop that never ends?",
            functions.join(" or "),
            MOST_MEMORY >> 20
        );
        let stop_if_full = move || {
            if memory().is_some_and(|memory| memory > MOST_MEMORY) {
                let _ = writeln!(std::io::stderr(), "{full}");
                // Nothing less ends a thread that does not stop.
                std::process::exit(101);
            }
        };
        Self::saying(PATIENCE, stop_if_full, move || {
            // Not `eprintln!`: that would be captured, and shown when the test has ended.
            let _ = writeln!(std::io::stderr(), "{words}");
            if let Some(cause) = cause() {
                let _ = writeln!(std::io::stderr(), "  {cause}");
            }
        })
    }

    fn saying(patience: Duration, look: impl Fn() + Send + 'static, speak: impl FnOnce() + Send + 'static) -> Self {
        let (held, ended) = mpsc::channel::<()>();
        // Without a thread to spare the test goes on all the same, unwatched.
        let _ = thread::Builder::new().spawn(move || {
            let started = Instant::now();
            let mut speak = Some(speak);
            while ended.recv_timeout(LOOK.min(patience)) == Err(RecvTimeoutError::Timeout) {
                look();
                if started.elapsed() >= patience
                    && let Some(speak) = speak.take()
                {
                    speak();
                }
            }
        });
        Self { _held: held }
    }
}

/// The memory that this process takes, in bytes, where the system tells.
fn memory() -> Option<u64> {
    if cfg!(target_os = "linux") {
        let text = std::fs::read_to_string("/proc/self/status").ok()?;
        let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        return Some(line.split_whitespace().next()?.parse::<u64>().ok()? << 10);
    }
    let id = std::process::id().to_string();
    let output = std::process::Command::new("ps").args(["-o", "rss=", "-p", &id]).output().ok()?;
    Some(String::from_utf8(output.stdout).ok()?.trim().parse::<u64>().ok()? << 10)
}

fn words(task: &str, functions: &[&str]) -> String {
    let (functions, seconds) = (functions.join(" or "), PATIENCE.as_secs());
    format!(
        "task {task}, {functions}: still running after {seconds} s. Is there a loop that never ends? Ctrl+C stops the tests."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_speaks_when_patience_ends_and_not_before() {
        let (spoken, heard) = mpsc::channel();
        let again = spoken.clone();
        let short = Watchdog::saying(Duration::from_millis(1), || (), move || spoken.send("short").unwrap());
        assert_eq!(heard.recv(), Ok("short"), "the test is still running: somebody has to say so");
        drop(short);
        drop(Watchdog::saying(Duration::from_secs(3600), || (), move || again.send("long").unwrap()));
        assert!(heard.recv().is_err(), "a test that has ended leaves nobody who could speak");
    }

    #[test]
    fn it_looks_at_the_memory_for_as_long_as_the_test_runs() {
        let (looked, heard) = mpsc::channel();
        let look = move || {
            let _ = looked.send(memory());
        };
        let held = Watchdog::saying(Duration::from_millis(1), look, || ());
        for _ in 0..3 {
            let memory = heard.recv().expect("the test is still running");
            assert!(!cfg!(target_os = "linux") || memory.is_some_and(|it| (1 << 20..MOST_MEMORY).contains(&it)));
        }
        drop(held);
        assert!(heard.iter().count() < 100, "the look ends with the test");
    }

    #[test]
    fn the_words_name_the_task_its_functions_and_the_way_out() {
        let said = words("1", &["relu", "relu_derivative"]);
        assert!(said.starts_with("task 1, relu or relu_derivative: still running after 10 s."), "{said}");
        assert!(said.contains("Ctrl+C"), "{said}");
    }
}
