//! What students read when they make a typical mistake, kept so that a change of words is seen in review.
//!
//! `INSTA_UPDATE=always cargo test -p xtask messages` writes the messages anew; `git diff` shows the difference.

use crate::support::{builder, course};
use std::fmt::Write;
use std::path::Path;
use std::time::Duration;
use xtask::course::{Chapter, overlay};
use xtask::files::{read, sorted_entries};
use xtask::grader::build::ChapterBuild;
use xtask::grader::marks::Status;
use xtask::grader::run_test::run_test;
use xtask::grader::submission::read_sources;
use xtask::parallel;

/// Wrong functions of a chapter, `messages/chNN/t6_sum.rs`, each with the first message that it gets.
fn messages(chapter: &Chapter) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/messages").join(&chapter.name);
    let mut text = String::new();
    for file in sorted_entries(&folder).unwrap_or_default() {
        let (name, code) = (file.file_stem().unwrap().display().to_string(), read(&file).unwrap());
        let what = code.lines().next().unwrap().trim_start_matches("//! ");
        let _ = writeln!(text, "## {name}: {what}\n\n{}\n", message(chapter, &name, &code));
    }
    text
}

fn message(chapter: &Chapter, name: &str, code: &str) -> String {
    let reference = read_sources(&course().solution_sources(chapter)).unwrap();
    let mut build = ChapterBuild::new(builder(), chapter, "exercises").unwrap();
    build.compile_library(&overlay(&reference, code).unwrap()).unwrap().unwrap();
    assert!(build.link_prebuilt_tests().unwrap());
    let task = name.split('_').next().unwrap();
    let tests = chapter.tests().filter(|(it, _)| format!("t{}", it.number) == task);
    let mut results = tests.map(|(_, test)| run_test(&mut build, test, Duration::from_secs(10)).unwrap());
    let failed = results.find(|result| result.status != Status::Passed).expect("a wrong function fails a test");
    without_lines(&failed.message)
}

/// Line numbers change with every edit above them.
fn without_lines(message: &str) -> String {
    let lines = message.lines().map(|line| match line.rsplit_once(".rs:") {
        Some((file, _)) => format!("{file}.rs"),
        None => line.to_owned(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn of_every_chapter() {
    let chapters: Vec<&Chapter> = course().chapters.iter().collect();
    let messages = parallel::map(parallel::cores(), chapters.clone(), messages);
    for (chapter, messages) in chapters.iter().zip(messages) {
        insta::assert_snapshot!(chapter.name.as_str(), messages);
    }
}
