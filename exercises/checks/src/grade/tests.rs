use super::*;
use crate::{Task, given};
use ndarray::array;

static TASK: Task<()> = Task {
    title: "T",
    functions: &["mse", "mse_gradient"],
    section: "The mean squared error",
    yours: (),
    diagnoses: &[],
};
const FILE: &str = "exercises/ch01/tests/grade/t6_mse.rs";

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

/// How a test ended, and its message.
struct Ended {
    verdict: Verdict,
    message: String,
    panic: Option<Box<dyn Any + Send>>,
}

fn outcome(test: impl Fn()) -> Ended {
    let outcome = run(&TASK, FILE, &test);
    let message = outcome.describe(&TASK, "t6_mse::by_hand", FILE);
    Ended { verdict: outcome.verdict, message, panic: outcome.panic }
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
fn a_wrong_value_shows_what_a_beginner_needs() {
    let failed = outcome(|| {
        given("y_hat", &array![1.0, 2.0]).got(5.0).expect(2.5);
    });
    assert_eq!(failed.verdict, Verdict::Failed);
    let lines: Vec<&str> = failed.message.lines().collect();
    assert_eq!(
        lines[..4],
        ["task 6, mse: the value is wrong", "  yours     5", "  expected  2.5", "  given     y_hat = [1, 2]",]
    );
    assert!(
        failed.message.contains("read      “The mean squared error” in chapter 1 of the book"),
        "{}",
        failed.message
    );
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
    assert!(lines.nth(1).unwrap().starts_with("  at        exercises/checks/src/grade/tests.rs:"), "{}", left.message);
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

#[test]
fn a_panic_is_asked_for_where_the_documentation_says_so() {
    let w = array![1.0];
    let refused = outcome(|| given("w", &w).expect_panic("w is too short", || w[1]));
    assert_eq!(refused.verdict, Verdict::Passed);
    let accepted = outcome(|| given("w", &w).expect_panic("w is too short", || w[0]));
    assert_eq!(accepted.verdict, Verdict::Failed);
    let words = "task 6, mse: w is too short, so it should panic; it returned a value\n  yours     1\n";
    assert!(accepted.message.starts_with(words), "{}", accepted.message);
    let stub = outcome(|| given("w", &w).expect_panic("w is too short", mse));
    assert_eq!(stub.verdict, Verdict::Todo);
}
