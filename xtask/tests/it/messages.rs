//! What students read when they make a typical mistake, kept so that a change of words is seen in review.
//!
//! `INSTA_UPDATE=always cargo test -p xtask messages` writes the messages anew; `git diff` shows what became of them.

use crate::support::{course, root, workshop};
use std::fmt::Write;
use std::time::Duration;
use xtask::course::overlay;
use xtask::examine::{self, Status};
use xtask::submission::read_sources;

/// Five mistakes of a chapter, by the names of their files, each with the first message that it gets.
fn messages(chapter: &str, mistakes: [&str; 5]) -> String {
    let chapter = course().select(&[chapter.to_owned()]).unwrap()[0];
    let reference = read_sources(&root().join("solutions").join(&chapter.name).join("src")).unwrap();
    let known = chapter.mistakes(course()).unwrap();
    let mut text = String::new();
    for name in mistakes {
        let mistake = known.iter().find(|it| it.place.file.file_stem().unwrap() == name).expect(name);
        let task = chapter.tasks.iter().find(|task| task.number == mistake.task).unwrap();
        let mut desk = workshop().desk(chapter, "exercises").unwrap();
        desk.compile_library(&overlay(&reference, &mistake.code).unwrap()).unwrap().expect(name);
        let others: Vec<&str> =
            chapter.tasks.iter().map(|it| it.module.as_str()).filter(|it| *it != task.module).collect();
        desk.compile_tests(&others).unwrap().expect(name);
        let mut outcomes =
            task.tests.iter().map(|test| examine::examine(&mut desk, test, Duration::from_secs(10)).unwrap());
        let first = outcomes.find(|outcome| outcome.status != Status::Passed).expect(name);
        let _ = writeln!(text, "## {name}: {}\n\n{}\n", mistake.explanation, without_lines(&first.message));
    }
    text
}

/// Where something stands moves with every edit above it, and is not what is kept here.
fn without_lines(message: &str) -> String {
    let lines = message.lines().map(|line| match line.rsplit_once(".rs:") {
        Some((file, _)) => format!("{file}.rs"),
        None => line.to_owned(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn chapter_1() {
    let mistakes = [
        "t1_first_feature_skipped",
        "t3_bias_column_last",
        "t6_sum_instead_of_mean",
        "t7_factor_two_lost",
        "t9_unexplained_share",
    ];
    insta::assert_snapshot!(messages("ch01", mistakes));
}

#[test]
fn chapter_2() {
    let mistakes = ["t1_bias_forgotten", "t2_signum", "t3_minus_lost", "t5_transposed", "t8_wrong_way"];
    insta::assert_snapshot!(messages("ch02", mistakes));
}

#[test]
fn chapter_3() {
    let mistakes = ["t1_kink_one", "t2_no_leak", "t4_overflow", "t7_second_term_missing", "t8_columns"];
    insta::assert_snapshot!(messages("ch03", mistakes));
}

#[test]
fn chapter_4() {
    let mistakes = [
        "t1_activation_of_each_product",
        "t3_hidden_activation_missing",
        "t5_constant_last",
        "t7_wrong_order",
        "t9_fence_posts",
    ];
    insta::assert_snapshot!(messages("ch04", mistakes));
}

#[test]
fn chapter_5() {
    let mistakes = ["t1_one_side_only", "t2_not_put_back", "t4_ascent", "t5_start_missing", "t9_sigmoid_missing"];
    insta::assert_snapshot!(messages("ch05", mistakes));
}

#[test]
fn chapter_6() {
    let mistakes = [
        "t2_minus_lost",
        "t3_upstream_forgotten",
        "t5_mean_over_all_entries",
        "t7_bias_kept",
        "t9_error_after_the_step",
    ];
    insta::assert_snapshot!(messages("ch06", mistakes));
}
