//! A task: what the student writes, and the test that grades it.

use crate::failure::{self, Failure};
use crate::names::{chapter_of, find_function, task_number, test_name};
use crate::place::Place;
use crate::record::{self, Verdict};
use crate::watchdog::Watchdog;
use std::any::Any;
use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe, Location};
use std::sync::{Once, OnceLock};

/// One task of a chapter. Each module of `tests/grade/` holds one as `const TASK`; the tools and the book read it from
/// there, and its hints from the file of the same name in `hints/`.
#[derive(Debug)]
pub struct Task {
    /// What the task is about, as a heading.
    pub title: &'static str,
    /// The functions to write; mostly one. A check that does not say which it is about is about the first.
    pub functions: &'static [&'static str],
    /// The heading in the chapter's page that explains it.
    pub section: &'static str,
}

/// What the message of a stub begins with.
const EXPECTED_RED: &str = "not yet implemented. This red is expected";

thread_local! {
    /// Where and with what words this thread's test panicked; `None` outside a graded test.
    static PANIC: RefCell<Option<Place>> = const { RefCell::new(None) };
}

/// How a test ended, with the message for the student and the panic that carries it on.
struct Outcome {
    verdict: Verdict,
    message: String,
    panic: Option<Box<dyn Any + Send>>,
}

impl Task {
    /// Runs `test`, which is worth `points`, and explains its failure.
    ///
    /// # Panics
    /// If the test fails, as every Rust test does.
    #[track_caller]
    pub fn grade<T: Fn()>(&self, points: u32, test: T) {
        // What is generic is compiled once more for each test of the course: so it is no more than this.
        self.grade_named(std::any::type_name::<T>(), points, Location::caller(), &test);
    }

    fn grade_named(&self, type_name: &str, points: u32, caller: &Location, test: &dyn Fn()) {
        let name = test_name(type_name);
        let recorder = record::recorder();
        if let Some(recorder) = recorder {
            recorder.started(name, points);
        }
        // A grader has limits of its own, and may count threads.
        let watchdog = recorder.is_none().then(|| Watchdog::over(task_number(name), self.functions));
        let Outcome { verdict, message, panic } = self.run(name, caller.file(), test);
        drop(watchdog);
        if let Some(recorder) = recorder {
            recorder.ended(name, verdict, &message);
        }
        if let Some(panic) = panic {
            static NEXT: OnceLock<String> = OnceLock::new();
            eprintln!("{}", one_at_a_time(message, &NEXT));
            panic::resume_unwind(panic);
        }
    }

    fn run(&self, name: &str, file: &str, test: &dyn Fn()) -> Outcome {
        keep_panics_quiet();
        failure::forget_inputs();
        PANIC.set(Some(Place::default()));
        let result = panic::catch_unwind(AssertUnwindSafe(test));
        let place = PANIC.take().unwrap_or_default();
        match result {
            Ok(()) => match failure::take() {
                None => Outcome { verdict: Verdict::Passed, message: String::new(), panic: None },
                // A check in a function that was handed to the student's code, which caught its panic.
                Some(failure) => {
                    let message = failure.to_string();
                    Outcome { verdict: Verdict::Failed, panic: Some(Box::new(message.clone())), message }
                }
            },
            Err(panic) => {
                let (verdict, message) = self.explain(panic.as_ref(), &place, name, file);
                Outcome { verdict, message, panic: Some(panic) }
            }
        }
    }

    /// The message of a test that failed: first what to do, then the evidence, then where to go on.
    fn explain(&self, panic: &(dyn Any + Send), place: &Place, test: &str, file: &str) -> (Verdict, String) {
        let words = panic
            .downcast_ref::<String>()
            .map(String::as_str)
            .or_else(|| panic.downcast_ref::<&str>().copied())
            .unwrap_or("a panic without a message");
        let failed = failure::take();
        let mut function = failure::function().unwrap_or(self.functions[0]).to_owned();
        let mut edited = function.clone();
        let mut section = Some(self.section);
        let (verdict, failure) = if let Some(failure) = failed {
            (Verdict::Failed, failure)
        } else if let Some(wanted) = words.strip_prefix("not yet implemented") {
            let (unwritten, begun) = place.function().unwrap_or_else(|| (function.clone(), false));
            let wanted = wanted.trim_start_matches(": ");
            let of_this_task = self.functions.contains(&unwritten.as_str());
            let headline = if begun {
                "a `todo!` is left in what you have written: delete it".into()
            } else if of_this_task && wanted.is_empty() {
                "not yet implemented: a `todo!` is left in your code".into()
            } else if of_this_task {
                format!("{EXPECTED_RED}: it is the next thing to write.")
            } else {
                format!("it calls `{unwritten}`, which is not yet implemented: write that first")
            };
            edited.clone_from(&unwritten);
            if of_this_task {
                function = unwritten;
            } else {
                // Another task's function: its section is another, too.
                section = None;
            }
            let wanted = (!wanted.is_empty()).then(|| wanted.to_owned());
            let at = if begun { place.shown() } else { None };
            (Verdict::Todo, Failure::new(headline).optional_line("wanted", wanted).optional_line("at", at))
        } else {
            let headline = place.explain(words);
            // What explains itself is not said twice.
            let rest = match words.split_once(headline.as_str()) {
                Some((_, rest)) => rest.trim(),
                None => words,
            };
            let rest = (!rest.is_empty()).then(|| rest.to_owned());
            let failure = Failure::new(headline).optional_line("panic", rest);
            (Verdict::Panicked, failure.optional_line("at", place.shown()).with_inputs())
        };
        let (number, chapter) = (task_number(test), chapter_of(file));
        let failure = failure
            .optional_line("edit", find_function(&edited))
            .optional_line("read", section.map(|section| format!("“{section}” in {chapter} of the book")));
        (verdict, format!("task {number}, {function}: {failure}"))
    }
}

/// What a stub has left to write is told once: of all others after the `next` one it is enough to say so. The tests of a
/// chapter run in the order of their names.
fn one_at_a_time(message: String, next: &OnceLock<String>) -> String {
    let Some((function, _)) = message.split_once(&format!(": {EXPECTED_RED}")) else { return message };
    let next = next.get_or_init(|| function.to_owned());
    if next == function {
        return message;
    }
    let edit = message.lines().find(|line| line.starts_with("  edit ")).map(|line| format!("{line}\n"));
    format!("{function}: {EXPECTED_RED}; before it comes {next}.\n{}", edit.unwrap_or_default())
}

/// The test's own message is printed instead of the panic's: it says the same, and more, in an order that a beginner
/// can read.
fn keep_panics_quiet() {
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::given;
    use ndarray::array;

    const TASK: Task = Task { title: "T", functions: &["mse", "mse_gradient"], section: "The mean squared error" };

    // As a student's file has them.
    pub fn mse() -> f64 {
        todo!("the mean of {} squares", 3)
    }
    pub fn mse_gradient() -> f64 {
        todo!("the slope")
    }
    pub fn residuals() -> f64 {
        todo!("the differences")
    }

    // One in which the line of the stub was left.
    mod left {
        pub fn mse() -> f64 {
            let sum = 14.0;
            let _ = sum / 3.0;
            todo!("the mean of {} squares", 3)
        }
    }

    // One that wants nothing.
    mod bare {
        pub fn mse() -> f64 {
            todo!()
        }
    }

    fn outcome(test: impl Fn()) -> Outcome {
        TASK.run("t6_mse::by_hand", "exercises/ch01/tests/grade/t6_mse.rs", &test)
    }

    #[test]
    fn a_test_that_ends_has_passed() {
        let passed = outcome(|| given("a", &1.0).got(2.0).expect(2.0));
        assert_eq!(passed.verdict, Verdict::Passed);
        assert!(passed.panic.is_none());
    }

    #[test]
    fn a_check_whose_panic_is_caught_has_failed_all_the_same() {
        let failed = outcome(|| {
            let _ = panic::catch_unwind(|| given("a", &1.0).got(2.0).expect(3.0));
        });
        assert_eq!(failed.verdict, Verdict::Failed);
        assert!(failed.panic.is_some());
    }

    #[test]
    fn a_wrong_value_shows_what_a_beginner_needs_and_the_mistake_comes_first() {
        let failed = outcome(|| {
            given("y_hat", &array![1.0, 2.0]).got(5.0).mistake(5.0, "this is the sum: divide by n").expect(2.5);
        });
        assert_eq!(failed.verdict, Verdict::Failed);
        let lines: Vec<&str> = failed.message.lines().collect();
        assert_eq!(
            lines[..4],
            [
                "task 6, mse: this is the sum: divide by n",
                "  yours     5",
                "  expected  2.5",
                "  given     y_hat = [1, 2]",
            ]
        );
        assert!(
            failed.message.contains("read      “The mean squared error” in chapter 1 of the book"),
            "{}",
            failed.message
        );
    }

    #[test]
    fn a_mistake_that_gives_another_value_is_not_named() {
        let failed = outcome(|| given("a", &1.0).got(7.0).mistake(5.0, "this is the sum").expect(3.1));
        assert!(!failed.message.contains("this is the sum"), "{}", failed.message);
    }

    #[test]
    fn what_is_not_written_yet_is_expected_to_be_red() {
        let todo = outcome(|| given("a", &1.0).got(mse()).expect(3.0));
        assert_eq!(todo.verdict, Verdict::Todo);
        let mut lines = todo.message.lines();
        assert_eq!(
            lines.next().unwrap(),
            "task 6, mse: not yet implemented. This red is expected: it is the next thing to write."
        );
        assert_eq!(lines.next().unwrap(), "  wanted    the mean of 3 squares");
    }

    #[test]
    fn a_bare_todo_wants_nothing_and_says_no_empty_line() {
        let todo = outcome(|| given("a", &1.0).got(bare::mse()).expect(3.0));
        assert_eq!(todo.verdict, Verdict::Todo);
        assert!(todo.message.starts_with("task 6, mse: not yet implemented: a `todo!` is left"), "{}", todo.message);
        assert!(!todo.message.contains("  wanted"), "{}", todo.message);
    }

    #[test]
    fn a_check_can_name_another_function_of_the_task() {
        let test = |of: &'static str| move || given("a", &1.0).of(of).got(2.0).expect(3.0);
        assert!(outcome(test("mse_gradient")).message.starts_with("task 6, mse_gradient: "));
        assert!(outcome(|| given("a", &1.0).got(2.0).expect(3.0)).message.starts_with("task 6, mse: "));
        let todo = outcome(|| given("a", &1.0).got(mse_gradient()).expect(3.0));
        assert!(todo.message.starts_with("task 6, mse_gradient: not yet implemented"), "{}", todo.message);
    }

    #[test]
    fn a_stub_is_not_taken_for_what_was_written_above_it() {
        let left = outcome(|| given("a", &1.0).got(left::mse()).expect(3.0));
        let mut lines = left.message.lines();
        assert_eq!(lines.next().unwrap(), "task 6, mse: a `todo!` is left in what you have written: delete it");
        assert!(lines.nth(1).unwrap().starts_with("  at        exercises/checks/src/task.rs:"), "{}", left.message);
    }

    #[test]
    fn a_task_that_calls_an_unwritten_one_says_which() {
        let todo = outcome(|| given("a", &1.0).of("mse_gradient").got(residuals()).expect(3.0));
        let words = "task 6, mse_gradient: it calls `residuals`, which is not yet implemented: write that first";
        assert!(todo.message.starts_with(words), "{}", todo.message);
        assert!(!todo.message.contains("  read  "), "the section is another task's: {}", todo.message);
    }

    #[test]
    fn a_panic_shows_the_inputs_it_came_from() {
        let panicked = outcome(|| {
            let y = array![1.0, 2.0];
            given("y", &y).got(y[2]).expect(0.0);
        });
        assert_eq!(panicked.verdict, Verdict::Panicked);
        assert!(panicked.message.starts_with("task 6, mse: an index is too large"), "{}", panicked.message);
        assert!(panicked.message.contains("given     y = [1, 2]"), "{}", panicked.message);
    }

    #[test]
    fn a_mistake_may_be_known_by_its_nan() {
        let failed = outcome(|| given("a", &1.0).got(f64::NAN).mistake(f64::NAN, "exp overflows").expect(1.0));
        assert!(failed.message.starts_with("task 6, mse: exp overflows"), "{}", failed.message);
    }

    #[test]
    fn a_printed_text_is_shown_beside_the_expected_one() {
        let failed = outcome(|| {
            crate::expect_text(&crate::printed_by("table", "x  y\n1  3\n".into()), "\n    x  y\n    1  2\n    ");
        });
        let lines: Vec<&str> = failed.message.lines().take(5).collect();
        assert_eq!(
            lines,
            [
                "task 6, table: what this test prints from your results differs, first in line 2",
                "  yours     x  y",
                "            1  3",
                "  expected  x  y",
                "            1  2",
            ]
        );
    }

    #[test]
    fn of_many_stubs_only_the_first_is_the_next_thing_to_write() {
        let next = OnceLock::new();
        let first = outcome(|| given("a", &1.0).got(mse()).expect(3.0)).message;
        assert_eq!(one_at_a_time(first.clone(), &next), first);
        let second = outcome(|| given("a", &1.0).of("mse_gradient").got(mse_gradient()).expect(3.0)).message;
        let short = one_at_a_time(second, &next);
        let mut lines = short.lines();
        assert_eq!(
            lines.next().unwrap(),
            "task 6, mse_gradient: not yet implemented. This red is expected; before it comes task 6, mse."
        );
        assert!(lines.next().unwrap().starts_with("  edit ") && lines.next().is_none(), "{short}");
        assert_eq!(one_at_a_time(first.clone(), &next), first, "whichever of its tests it is");
        let failed = outcome(|| given("a", &1.0).got(2.0).expect(3.1)).message;
        assert_eq!(one_at_a_time(failed.clone(), &next), failed);
    }

    #[test]
    fn every_kind_of_wrong_value_fails() {
        let fails = |test: fn()| assert_eq!(outcome(test).verdict, Verdict::Failed);
        fails(|| given("a", &1.0).got(f64::NAN).expect(f64::NAN));
        fails(|| given("a", &1.0).got(f64::INFINITY).expect(f64::INFINITY));
        fails(|| given("a", &1.0).got(array![1.0]).expect(array![1.0, 1.0]));
        fails(|| given("a", &1.0).got(array![[1.0, 2.0]]).expect(array![[1.0], [2.0]]));
        fails(|| given("a", &1.0).got(true).expect(false));
        fails(|| given("a", &1.0).got(3_usize).expect(4));
        fails(|| given("a", &1.0).got(-1.0).expect_that("is never negative", |&v| v >= 0.0));
        fails(|| given("a", &1.0).got(f64::NAN).expect_that("is anything", |_| true));
    }

    #[test]
    fn a_gradient_is_held_against_the_numeric_one() {
        let at = array![1.0, 2.0];
        let f = |w: &ndarray::Array1<f64>| w.dot(w);
        let right = outcome(|| given("w", &at).got(array![2.0, 4.0]).expect_gradient_of(f, &at));
        assert_eq!(right.verdict, Verdict::Passed, "{}", right.message);
        for wrong in [array![1.0, 2.0], array![2.0, 4.00001], array![2.0, f64::NAN], array![2.0]] {
            let wrong = outcome(|| given("w", &at).got(wrong.clone()).expect_gradient_of(f, &at));
            assert_eq!(wrong.verdict, Verdict::Failed);
        }
    }

    #[test]
    fn the_task_and_the_chapter_come_from_the_place_of_the_test() {
        assert_eq!(task_number("t6_mse::three_residuals_by_hand"), "6");
        assert_eq!(chapter_of("solutions/ch01/../../exercises/ch01/tests/grade/t6_mse.rs"), "chapter 1");
        assert_eq!(chapter_of(r"exercises\ch12\tests\grade\t1_x.rs"), "chapter 12");
        assert_eq!(chapter_of("src/lib.rs"), "its chapter");
    }

    #[test]
    fn two_vectors_of_different_lengths_are_explained() {
        let (w, x) = (array![1.0, 2.0, 3.0], array![1.0, 2.0]);
        let failed = outcome(|| given("w", &w).and("x", &x).got(w.dot(&x)).expect(0.0));
        assert!(failed.message.contains("two vectors of different lengths"), "{}", failed.message);
    }
}
