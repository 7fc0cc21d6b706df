//! Prints a hint when a test runs for long: it is probably in a loop that never ends.
//!
//! cargo says nothing for a minute, and shows what a test prints only when it has ended. So the hint goes straight to
//! standard error, once, and the test runs on: it may only be slow.

use std::io::Write;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

/// How long a test may take before something is said. None of the course takes a tenth of it.
const PATIENCE: Duration = Duration::from_secs(10);

/// Watches over the test that holds it. Its end, when it is dropped, is the thread's end.
pub struct Watchdog {
    _held: Sender<()>,
}

impl Watchdog {
    /// Begins to watch over a test of this task. What `cause` finds out is said too.
    pub fn over(task: &str, functions: &[&str], cause: impl FnOnce() -> Option<String> + Send + 'static) -> Self {
        let words = words(task, functions);
        Self::saying(PATIENCE, move || {
            // Not `eprintln!`: that would be captured, and shown when the test has ended.
            let _ = writeln!(std::io::stderr(), "{words}");
            if let Some(cause) = cause() {
                let _ = writeln!(std::io::stderr(), "  {cause}");
            }
        })
    }

    fn saying(patience: Duration, speak: impl FnOnce() + Send + 'static) -> Self {
        let (held, ended) = mpsc::channel::<()>();
        // Without a thread to spare the test goes on all the same, unwatched.
        let _ = thread::Builder::new().spawn(move || {
            if ended.recv_timeout(patience) == Err(RecvTimeoutError::Timeout) {
                speak();
            }
        });
        Self { _held: held }
    }
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
        let short = Watchdog::saying(Duration::from_millis(1), move || spoken.send("short").unwrap());
        assert_eq!(heard.recv(), Ok("short"), "the test is still running: somebody has to say so");
        drop(short);
        drop(Watchdog::saying(Duration::from_secs(3600), move || again.send("long").unwrap()));
        assert!(heard.recv().is_err(), "a test that has ended leaves nobody who could speak");
    }

    #[test]
    fn the_words_name_the_task_its_functions_and_the_way_out() {
        let said = words("1", &["relu", "relu_derivative"]);
        assert!(said.starts_with("task 1, relu or relu_derivative: still running after 10 s."), "{said}");
        assert!(said.contains("Ctrl+C"), "{said}");
    }
}
