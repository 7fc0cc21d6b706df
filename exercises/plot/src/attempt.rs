//! The student's code may be unfinished, or wrong: then that is said, and the rest is drawn.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};

thread_local! {
    /// Where the last panic came from, and what it said.
    static LAST: RefCell<(String, String)> = const { RefCell::new((String::new(), String::new())) };
}

/// A panic leaves its words here and prints nothing.
pub fn keep_panics_quiet() {
    panic::set_hook(Box::new(|info| {
        let words = info.payload_as_str().unwrap_or("a panic without a message").to_owned();
        let place = info.location().map(|place| format!("{}:{}", place.file(), place.line())).unwrap_or_default();
        LAST.set((place, words));
    }));
}

/// What the code computes, or why it does not: `what` names the functions that it calls.
pub fn attempt<T>(what: &str, code: impl FnOnce() -> T) -> Result<T, String> {
    panic::catch_unwind(AssertUnwindSafe(code)).map_err(|_| {
        let (place, words) = LAST.take();
        // A place inside a library says nothing to a student.
        let at = if place.starts_with("exercises") { format!(" ({place})") } else { String::new() };
        match words.strip_prefix("not yet implemented") {
            Some(_) => format!("○ {what}: not written yet{at}"),
            None => format!("✗ {what}: it panicked{at}: {}", words.lines().next().unwrap_or_default()),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_written_is_told_apart_from_what_is_wrong() {
        keep_panics_quiet();
        assert_eq!(attempt("f", || 2), Ok(2));
        let todo = attempt::<f64>("`f`", || todo!("twice x")).unwrap_err();
        assert!(todo.starts_with("○ `f`: not written yet"), "{todo}");
        let wrong = attempt("`f`", || Vec::<f64>::new()[0]).unwrap_err();
        assert!(wrong.starts_with("✗ `f`: it panicked") && wrong.contains("out of bounds"), "{wrong}");
    }
}
