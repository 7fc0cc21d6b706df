//! The verbs for students, each in a copy of the course.

use crate::support::{Checkout, course, said};
use std::fs;
use std::net::TcpListener;

#[test]
fn bad_names_are_refused_in_one_line_with_those_that_exist() {
    let checkout = Checkout::new();
    for verb in ["hint", "reset", "solution", "open", "watch", "plot"] {
        let more: &[&str] = if verb == "solution" { &["t1"] } else { &[] };
        let (status, text) = checkout.xtask(&[&[verb, "ch77"], more].concat());
        assert_eq!((status, text.lines().count()), (2, 1), "{verb}: {text}");
        assert!(text.contains("there is no chapter `ch77`; the chapters are ch01"), "{text}");
    }
    for verb in ["hint", "reset", "solution"] {
        let (status, text) = checkout.xtask(&[verb, "ch01", "t77"]);
        assert_eq!((status, text.lines().count()), (2, 1), "{text}");
        assert!(text.contains("ch01 has no task `t77`; its tasks are t1 weighted_sum, t2 predict"), "{text}");
    }
    let (status, text) = checkout.xtask(&["reset"]);
    assert_eq!((status, text.lines().count()), (2, 1), "{text}");
    assert!(text.contains("name what to reset"), "{text}");
}

#[test]
fn a_chapter_and_a_task_may_be_called_in_several_ways() {
    let checkout = Checkout::new();
    for (chapter, task) in [("ch01", "t6"), ("1", "6"), ("01", "mse"), ("ch1", "t6_mse")] {
        let (status, text) = checkout.xtask(&["hint", "--all", chapter, task]);
        assert_eq!(status, 0, "{text}");
        assert!(text.starts_with("ch01, task 6, The mean squared error (exercises/ch01/src/error.rs:"), "{text}");
    }
}

#[test]
fn each_call_shows_one_hint_more() {
    let checkout = Checkout::new();
    // A chapter that is not begun is not compiled to find the next task.
    let (status, first) = checkout.xtask(&["hint", "ch01"]);
    assert_eq!(status, 0, "{first}");
    assert!(first.contains("task 1") && first.contains("Hint 1 of 3") && !first.contains("Hint 2 of 3"), "{first}");
    let (_, second) = checkout.xtask(&["hint", "ch01", "t1"]);
    assert!(second.contains("Hint 1 of 3") && second.contains("Hint 2 of 3") && !second.contains("Hint 3"), "{second}");
    for _ in 0..2 {
        let (_, all) = checkout.xtask(&["hint", "ch01", "t1"]);
        assert!(all.contains("Hint 3 of 3") && all.contains("--give-up"), "{all}");
    }
    let (_, other) = checkout.xtask(&["hint", "ch02", "t1"]);
    assert!(!other.contains("Hint 2 of 3"), "{other}");

    checkout.write(".progress/hints.json", "{ half a file");
    let (status, anew) = checkout.xtask(&["hint", "ch01", "t1"]);
    assert_eq!(status, 0, "{anew}");
    assert!(anew.contains("could not be read") && !anew.contains("Hint 2 of 3"), "{anew}");
    assert_eq!(checkout.read(".progress/hints.unreadable"), "{ half a file");
}

#[test]
fn a_reset_brings_back_the_stub_and_keeps_what_was_written() {
    let checkout = Checkout::new();
    let stub = checkout.read("exercises/ch01/src/model.rs");
    // Without git, `reset` uses the copy that the first verb has made.
    let (status, text) = checkout.xtask(&["reset", "ch01"]);
    assert_eq!((status, text.as_str()), (0, "There is nothing to reset: ch01 is as the course gave it.\n"));
    checkout.solve("ch01/src/model.rs");
    let solved = checkout.read("exercises/ch01/src/model.rs");

    let (status, text) = checkout.xtask(&["reset", "ch01", "t2"]);
    assert_eq!(status, 0, "{text}");
    let now = checkout.read("exercises/ch01/src/model.rs");
    let kept = solved.lines().filter(|line| now.contains(line)).count();
    assert!(now.matches("todo!(").count() == 1 && kept + 2 >= solved.lines().count(), "{now}");
    let backup = text.lines().find_map(|line| line.split("is in ").nth(1)).unwrap().trim_end_matches('/');
    assert!(backup.starts_with(".progress/backups/ch01-1"), "{text}");
    assert_eq!(checkout.read(&format!("{backup}/model.rs")), solved);

    let (_, text) = checkout.xtask(&["reset", "ch01", "t2"]);
    assert!(text.starts_with("There is nothing to reset: task 2"), "{text}");
    let (_, text) = checkout.xtask(&["reset", "--all"]);
    assert!(text.starts_with("ch01 is as the course gave it."), "{text}");
    assert_eq!(checkout.read("exercises/ch01/src/model.rs"), stub);
    let (_, text) = checkout.xtask(&["reset", "--all"]);
    assert!(text.starts_with("There is nothing to reset: every chapter"), "{text}");
}

#[test]
fn a_half_typed_function_can_be_reset_and_a_missing_one_is_named() {
    let checkout = Checkout::new();
    checkout.xtask(&[]);
    checkout.body("exercises/ch01/src/model.rs", "predict", "let a = (w;");
    let (status, text) = checkout.xtask(&["reset", "ch01", "t2"]);
    assert_eq!(status, 0, "{text}");
    assert!(!checkout.read("exercises/ch01/src/model.rs").contains("let a = (w;"));
    checkout.edit("exercises/ch01/src/model.rs", "pub fn predict(", "pub fn forecast(");
    let (status, text) = checkout.xtask(&["reset", "ch01", "t2"]);
    assert_eq!((status, text.lines().count()), (2, 1), "{text}");
    assert!(text.contains("`predict` is not to be found") && text.contains("reset the whole chapter"), "{text}");
}

#[test]
fn where_the_stubs_are_lost_that_is_said() {
    let checkout = Checkout::new();
    checkout.solve("ch01/src/model.rs");
    let (status, text) = checkout.xtask(&["reset", "ch01"]);
    // If the target folder is inside the course's repository, its history has them.
    if status != 0 {
        assert_eq!((status, text.lines().count()), (2, 1), "{text}");
        assert!(text.contains("from a fresh copy of the course"), "{text}");
    }
}

#[test]
fn status_counts_tasks_and_a_solution_is_shown_when_its_task_is_done() {
    let checkout = Checkout::new();
    let all: usize = course().chapters.iter().map(|chapter| chapter.tasks.len()).sum();
    let done = |count: usize| format!("{count} of {all}");
    let (status, text) = checkout.xtask(&["status"]);
    assert_eq!(status, 0, "{text}");
    assert!(text.contains(&done(0)) && text.contains("Next: ch01, task 1, The weighted sum"), "{text}");
    assert!(text.contains("exercises/ch01/src/model.rs:"), "{text}");

    checkout.solve("ch01/src/model.rs");
    checkout.body("exercises/ch01/src/model.rs", "predict", "w.sum() * x.sum()");
    let (_, text) = checkout.xtask(&["status"]);
    assert!(text.contains(&done(3)) && text.contains("Next: ch01, task 2"), "{text}");

    let (status, text) = checkout.xtask(&["solution", "ch01", "t2"]);
    assert_eq!((status, text.lines().count()), (2, 1), "{text}");
    assert!(text.contains("task 2 of ch01 is not done yet") && text.contains("--give-up"), "{text}");
    let (status, text) = checkout.xtask(&["solution", "ch01", "t2", "--give-up"]);
    assert_eq!(status, 0, "{text}");
    for words in
        ["The same prediction in matrix form", "yours", "w.sum() * x.sum()", "reference", "w.dot(x)", "Hint 3 of 3"]
    {
        assert!(text.contains(words), "{words} in: {text}");
    }
    let (status, _) = checkout.xtask(&["solution", "ch01", "t1"]);
    assert_eq!(status, 0);

    // An error in one file does not affect the tasks of other files.
    checkout.body("exercises/ch01/src/error.rs", "residuals", "let half = (");
    let (_, text) = checkout.xtask(&["status"]);
    assert!(text.contains(&done(3)) && text.contains("does not compile"), "{text}");

    fs::remove_dir_all(checkout.path.join("solutions")).unwrap();
    let (status, text) = checkout.xtask(&["solution", "ch01", "t1"]);
    assert_eq!((status, text.lines().count()), (2, 1), "{text}");
    assert!(text.contains("students' edition"), "{text}");
}

#[test]
fn the_next_task_is_where_the_work_is() {
    let checkout = Checkout::new();
    for file in ["decision", "neuron", "perceptron", "steps"] {
        checkout.solve(&format!("ch02/src/{file}.rs"));
    }
    checkout.body("exercises/ch02/src/steps.rs", "pre_activation", "w.sum() * x.sum()");
    let (_, text) = checkout.xtask(&[]);
    assert!(text.contains("Next: `cargo xtask status` says what of ch02 is right"), "all of it is written: {text}");
    let (_, text) = checkout.xtask(&["hint"]);
    assert!(text.contains("ch02"), "{text}");
    let (_, text) = checkout.xtask(&["status"]);
    assert!(text.contains("Next: ch02, task 1"), "{text}");
    assert!(text.contains("Still open before it: ch01"), "{text}");
    checkout.solve("ch02/src/steps.rs");
    let (_, text) = checkout.xtask(&["status"]);
    assert!(text.contains("Next: ch03, task 1") && text.contains("Still open before it: ch01"), "{text}");
}

#[test]
fn a_library_that_lost_its_tests_is_named() {
    let checkout = Checkout::new();
    let lib = checkout.read("exercises/ch01/src/lib.rs");
    checkout.edit("exercises/ch01/src/lib.rs", "#[path = \"../tests/grade/main.rs\"]\nmod grade;\n", "");
    for call in [&[][..], &["status"]] {
        let (_, text) = checkout.xtask(call);
        assert!(text.contains("`cargo test -p ch01` finds no tests") && text.contains("mod grade;"), "{text}");
    }
    for right in [lib, checkout.read("solutions/ch01/src/lib.rs")] {
        checkout.write("exercises/ch01/src/lib.rs", &right);
        assert!(!checkout.xtask(&[]).1.contains("finds no tests"));
    }
}

#[test]
fn a_backtrace_does_not_bury_a_message() {
    let (_turn, checkout) = Checkout::alone();
    let mut command = checkout.cargo(&["test", "--quiet", "-p", "ch01", "t6"]);
    command.env("RUST_BACKTRACE", "1");
    let (status, text) = said(&mut command);
    assert_eq!(status, 101);
    assert!(text.contains("task 6, mse: not yet implemented"), "{text}");
}

#[test]
fn without_a_browser_the_address_is_printed_and_the_editor_is_told_the_line() {
    let checkout = Checkout::new();
    // Looks like a book that is already served, so that it is not built.
    let book = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = book.local_addr().unwrap().port().to_string();
    let mut call = checkout.call(&["open", "ch03", "--port", &port]);
    let (status, text) = said(call.env("BROWSER", "no-such-browser").env("EDITOR", "vim"));
    assert_eq!(status, 0, "{text}");
    let address = format!("No browser could be opened. Visit http://localhost:{port}/ch03/relu.html#ch03-t1");
    assert!(text.contains(&address), "{text}");
    assert!(text.contains("vim +") && text.contains("exercises/ch03/src/rectifiers.rs"), "{text}");

    // The students' edition has only the built pages.
    fs::remove_dir_all(checkout.path.join("book")).unwrap();
    let (status, text) = checkout.xtask(&["open", "ch03"]);
    assert_eq!(status, 2, "{text}");
    assert!(text.contains("has no page for ch03"), "{text}");
    checkout.write("book/html/ch03/index.html", "<p>the first page");
    checkout.write("book/html/ch03/relu.html", "<h3 id=\"ch03-t1\">");
    let (status, text) = said(checkout.call(&["open", "ch03"]).env("BROWSER", "no-such-browser"));
    assert_eq!(status, 0, "{text}");
    assert!(text.contains("book/html/ch03/relu.html"), "{text}");
}

#[test]
fn a_plot_draws_what_is_done_and_says_what_is_not() {
    let (_turn, checkout) = Checkout::alone();
    let (status, text) = checkout.xtask(&["plot", "ch05", "--no-browser"]);
    assert_eq!(status, 0, "{text}");
    assert!(text.contains("○ `descend`: not written yet (exercises/ch05/src/descent.rs:"), "{text}");
    assert!(text.contains("There is nothing to draw yet") && !text.contains("warning"), "{text}");

    checkout.solve("ch05/src/descent.rs");
    // Another chapter that does not compile must not matter.
    checkout.write("exercises/ch02/src/steps.rs", "half a");
    let (status, text) = checkout.xtask(&["plot", "ch05", "--no-browser"]);
    assert_eq!(status, 0, "{text}");
    assert!(text.contains("x your points") && text.contains("The drawing is in .progress/plots/ch05.svg"), "{text}");
    assert!(checkout.read(".progress/plots/ch05.svg").contains("<circle"));

    let mut call = checkout.call(&["plot", "ch02", "--no-browser"]);
    let output = call.output().unwrap();
    let text = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{text}");
    assert!(
        text.contains("ch02 could not be drawn: the lines above say why; `cargo test -p ch02` says more"),
        "{text}"
    );
}

#[test]
fn every_chapter_is_drawn_from_the_reference() {
    let (_turn, checkout) = Checkout::alone();
    for chapter in course().chapters.iter().map(|chapter| chapter.name.as_str()) {
        for file in fs::read_dir(checkout.path.join(format!("solutions/{chapter}/src"))).unwrap() {
            checkout.solve(&format!("{chapter}/src/{}", file.unwrap().file_name().display()));
        }
        let (status, text) = checkout.xtask(&["plot", chapter, "--no-browser"]);
        assert_eq!(status, 0, "{text}");
        assert!(text.contains('│') && !text.contains(['○', '✗']), "{text}");
    }
}

#[test]
fn a_checkout_that_is_read_only_shows_what_it_can() {
    let checkout = Checkout::new();
    // Stands for a folder in which nothing can be written, which the tests' user may be too mighty for.
    checkout.write(".progress", "");
    for call in [&["status"][..], &["hint", "ch01", "t1"], &[]] {
        let (status, text) = checkout.xtask(call);
        assert_eq!(status, 0, "{call:?}: {text}");
        assert_eq!(text.matches("note: ").count(), 1, "{text}");
        assert!(text.contains(".progress cannot be written"), "{text}");
        let shown = if call == ["hint", "ch01", "t1"] { "Hint 1 of 3" } else { "Next: ch01, task 1" };
        assert!(text.contains(shown), "{text}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_closed_pipe_and_a_full_disk_are_neither_a_panic_nor_a_broken_course() {
    let checkout = Checkout::new();
    for call in [&[][..], &["status"], &["hint", "ch01", "t1"], &["grade", "--help"]] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = checkout.call(call).stdout(writer).output().unwrap();
        assert!([Some(0), Some(4)].contains(&output.status.code()), "{call:?}: {output:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{call:?}");
    }
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let output = checkout.call(&["status"]).stdout(full).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(4), "{said}");
    assert!(said.starts_with("error: failed to write to stdout: No space left") && said.lines().count() == 1, "{said}");
}

#[test]
fn a_chapter_without_its_option_is_told_what_was_meant() {
    let (_turn, checkout) = Checkout::alone();
    let (status, text) = said(&mut checkout.cargo(&["test", "-p", "checks", "--test", "which_chapter", "ch03"]));
    assert_ne!(status, 0, "{text}");
    assert!(text.contains("add `-p`: cargo test -p ch03"), "{text}");
    let (status, text) = said(&mut checkout.cargo(&["test", "-p", "checks", "--test", "which_chapter", "ch99"]));
    assert_eq!(status, 0, "{text}");
}
