//! The command line: bad input gets one clear line and the right exit status.

use crate::support::root;
use std::path::Path;
use std::process::{Command, Output};

fn xtask(arguments: &[&str], directory: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask")).args(arguments).current_dir(directory).output().unwrap()
}

#[track_caller]
fn refused(arguments: &[&str], words: &str) {
    let output = xtask(arguments, &root());
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains(words), "expected “{words}” in: {said}");
    assert!(!said.contains("panicked"), "{said}");
    assert!(output.stdout.is_empty());
}

#[test]
fn an_unknown_verb_is_refused_with_the_one_that_was_meant() {
    refused(&["grad"], "'grade'");
}

#[test]
fn an_unknown_chapter_is_refused_with_those_that_exist() {
    refused(&["grade", "--chapter", "ch77"], "there is no chapter `ch77`; the chapters are ch01");
    refused(&["verify", "--chapter", "1"], "there is no chapter `1` (did you mean ch01?)");
}

#[test]
fn a_path_without_a_submission_is_refused() {
    refused(&["grade", "no-such-folder"], "no-such-folder does not exist: name a folder or an archive with exercises");
    refused(&["grade", "README.md"], "this is no archive: hand in a folder, a .zip");
    refused(&["grade", "book/src"], "there are no chapters in ");
}

#[test]
fn a_time_that_is_none_is_refused() {
    refused(&["grade", "--timeout", "0"], "name a number of seconds above 0");
    refused(&["grade", "--timeout=-1"], "name a number of seconds above 0");
}

#[test]
fn outside_the_course_the_folder_to_go_to_is_named() {
    let elsewhere = tempfile::tempdir().unwrap();
    let output = xtask(&["grade"], elsewhere.path());
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("is not inside the course"));
}

#[test]
fn without_a_terminal_there_are_no_colours() {
    let output = xtask(&["grade", "--chapter", "ch01"], &root());
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{text}");
    assert!(text.contains("✓ passed") && !text.contains('\u{1b}'), "{text}");
}

/// Each attack has to succeed outside of the sandbox, or it would prove nothing inside.
#[cfg(target_os = "linux")]
#[test]
fn the_doctor_attacks_the_sandbox_with_attacks_that_work() {
    for attack in ["passwd", "home", "write", "attributes", "process", "socket", "processes", "memory"] {
        let output = xtask(&["inside-the-sandbox", "attack", attack], &root());
        assert_eq!(output.status.code(), Some(0), "{attack}");
    }
    let output = xtask(&["doctor"], &root());
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(!said.contains("NOT held") && said.matches("  held  ").count() == 9, "{said}");
    assert_eq!(output.status.code() == Some(0), said.contains("Everything is there and holds"), "{said}");
    for fact in ["toolchain   rustc", "linker      links a program", "cores", "memory", "free disk"] {
        assert!(said.contains(fact), "{fact}: {said}");
    }
}

#[test]
fn no_verb_shows_what_there_is_and_the_next_step() {
    let output = xtask(&[], &root());
    let said = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{said}");
    for words in ["cargo test -p ch01", "watch", "status", "hint", "reset", "solution", "open", "plot", "Next:"] {
        assert!(said.contains(words), "{said}");
    }
    assert!(said.lines().all(|line| line.chars().count() <= 80) && said.lines().count() < 24, "{said}");
}

#[cfg(unix)]
#[test]
fn whoever_stops_reading_is_no_fault() {
    let mut call = Command::new(env!("CARGO_BIN_EXE_xtask"));
    call.args(["hint", "--all", "ch01", "t8"])
        .current_dir(root())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped());
    let mut call = call.spawn().unwrap();
    drop(call.stdout.take());
    let said = call.wait_with_output().unwrap().stderr;
    assert!(said.is_empty(), "{}", String::from_utf8_lossy(&said));
}
