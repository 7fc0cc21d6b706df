//! HTML pages: one for the class, one for each student. The template escapes every value.

use super::spread::{median, spread};
use super::statistics::Statistics;
use crate::course::Course;
use crate::grader::marks::{GraderVersion, Marks, Status};
use crate::grader::submission::Other;
use maud::{DOCTYPE, Markup, html};
use std::collections::BTreeSet;

const STYLE: &str = include_str!("style.css");

/// A row of the class page.
#[derive(Debug, Clone)]
pub struct Row {
    pub id: String,
    /// The page of the submission, relative to the class page.
    pub page: String,
    /// `None` if the grader failed on a chapter.
    pub score: Option<u32>,
    /// The points of each chapter; `None` if the grader failed on it.
    pub chapters: Vec<Option<u32>>,
    /// Why there was nothing to grade, if so.
    pub unread: Option<String>,
}

/// How many groups of unexplained answers the class page shows.
const LARGEST_GROUPS: usize = 12;

/// The page of the class: what to explain next, and the marks.
pub fn class(
    course: &Course,
    version: &GraderVersion,
    rows: &[Row],
    others: &BTreeSet<Other>,
    statistics: &Statistics,
) -> String {
    let chapters: Vec<&String> = statistics.tests.keys().collect();
    let points =
        |name: &String| course.chapters.iter().find(|chapter| chapter.name == **name).map_or(0, |it| it.points());
    let most: u32 = chapters.iter().map(|name| points(name)).sum();
    let marks: Vec<u32> = rows.iter().filter_map(|row| row.score).collect();
    let body = html! {
        header {
            div {
                h1 { "The class" }
                p { "Graded with version " (version.version) " and " (version.rustc) "." }
            }
            @if !marks.is_empty() { (spread(&marks, most)) }
            dl.sums {
                div { dt { "submissions" } dd { (rows.len()) } }
                div { dt { "with full marks" } dd { (marks.iter().filter(|mark| **mark == most).count()) } }
                div { dt { "in the middle, of " (most) } dd { (median(&marks)) } }
                div { dt { "with nothing to grade" } dd { (rows.iter().filter(|row| row.unread.is_some()).count()) } }
            }
        }
        h2 { "What to explain tomorrow" }
        p { "For each test the share of submissions with its chapter that pass it, and the commonest message of those that do not. "
            "The lowest share stands first." }
        div.scroll tabindex="0" role="region" aria-label="Tests" {
            table {
                thead { tr { th scope="col" { "test" } th.number scope="col" { "pass" } th scope="col" { "what most of the others are told" } } }
                tbody {
                    @for (chapter, name, test) in hardest(statistics) {
                        tr {
                            th scope="row" { (chapter) " " (readable(name)) }
                            td.number { (test.percent()) " %" meter min="0" max="100" value=(test.percent())
                                aria-label=(format!("{} percent pass", test.percent())) {} }
                            td {
                                @if let Some((headline, count)) = test.commonest() { (headline) " (" (count) "×)" }
                                @else if test.todo > 0 { "not written yet (" (test.todo) "×)" }
                            }
                        }
                    }
                }
            }
        }
        @let groups = statistics.largest_groups(LARGEST_GROUPS);
        @if !groups.is_empty() {
            h2 { "Answers that no known mistake explains" }
            p { "Functions that give the same answers, the largest groups first, with the code of one submission. One sentence "
                "explains a whole group: the authors' pages of the book say how such a function becomes a known mistake." }
            @for group in groups {
                details {
                    summary { (group.chapter) ", task " (group.task) ": " (group.count)
                        @if group.count == 1 { " submission" } @else { " submissions" } }
                    pre tabindex="0" role="region" aria-label=(format!("code for {}, task {}", group.chapter, group.task)) {
                        (group.code)
                    }
                }
            }
        }
        @if rows.iter().any(|row| row.unread.is_some()) {
            h2 { "Nothing to grade in these" }
            ul { @for (row, reason) in rows.iter().filter_map(|row| Some((row, row.unread.as_ref()?))) {
                li { a href=(row.page) { (row.id) } ": " (reason) }
            } }
        }
        @if !others.is_empty() {
            h2 { "No submissions" }
            p { "These lay beside the submissions and have no marks." }
            ul { @for other in others { li { (other.name) ": " (other.reason) } } }
        }
        h2 { "Marks" }
        @if rows.iter().any(|row| row.score.is_none()) {
            p { "Where it says “not graded”, the grader or its machine failed, and no student: grade again with " code { "--resume" } "." }
        }
        div.scroll tabindex="0" role="region" aria-label="Marks" {
            table {
                thead { tr {
                    th scope="col" { "submission" }
                    @for name in &chapters { th.number scope="col" { (name) " of " (points(name)) } }
                    th.number scope="col" { "of " (most) }
                } }
                tbody {
                    @for row in rows {
                        tr {
                            th scope="row" { a href=(row.page) { (row.id) } }
                            @for (score, name) in row.chapters.iter().zip(&chapters) {
                                td.number { (number(*score)) (bar(*score, points(name))) }
                            }
                            td.number { strong { (number(row.score)) } (bar(row.score, most)) }
                        }
                    }
                }
            }
        }
    };
    page("The class", &body)
}

/// The page of one student, with the message of each test that fails.
pub fn student(course: &Course, marks: &Marks) -> String {
    let body = html! {
        h1 { (marks.id) }
        p.score { strong { (marks.score) } " of " (marks.max_score) " points"
            @if marks.infra().is_some() { ", without " (marks.not_graded()) ", which could not be graded yet" } }
        @for marked in &marks.chapters {
            @let chapter = course.chapters.iter().find(|chapter| chapter.name == marked.chapter);
            section {
                h2 { (marked.chapter) @if let Some(chapter) = chapter { ": " (chapter.title) }
                    span.of { " " (marked.score) " of " (marked.max_score) } }
                @for task in chapter.iter().flat_map(|chapter| &chapter.tasks) {
                    h3 { (task.number) ". " (task.title) }
                    ul {
                        @for test in marked.tests.iter().filter(|test| test.task == task.number) {
                            li class=(test.status.word()) {
                                span.mark aria-hidden="true" { (mark(test.status)) }
                                (readable(&test.name)) span.of { " " (test.score) " of " (test.max_score) ", " (test.status.word()) }
                                @if !test.message.is_empty() { pre tabindex="0" role="region"
                                    aria-label=(format!("message of {}, {}", marked.chapter, readable(&test.name))) { (test.message) } }
                            }
                        }
                    }
                    @if marked.tests.iter().any(|test| test.task == task.number && test.status != Status::Passed) {
                        details { summary { "A hint for task " (task.number) }
                            p { (task.hints[0]) }
                            p { "More hints, and the section “" (task.section) "” that explains it, are in the book." } }
                    }
                }
            }
        }
        p.of { "Sandbox: " (marks.sandbox) }
    };
    page(&format!("Marks of {}", marks.id), &body)
}

fn hardest(statistics: &Statistics) -> Vec<(&String, &String, &super::statistics::TestStatistics)> {
    let tests = statistics
        .tests
        .iter()
        .flat_map(|(chapter, tests)| tests.iter().map(move |(name, test)| (chapter, name, test)));
    // A chapter that nobody has handed in is not hard.
    let mut tests: Vec<_> = tests.filter(|(_, _, test)| test.missing < test.all).collect();
    tests.sort_by_key(|(_, _, test)| test.percent());
    tests
}

/// `t6_mse::a_batch_by_hand` becomes “task 6: a batch by hand”.
fn readable(name: &str) -> String {
    match name.split_once("::") {
        Some((module, test)) => {
            let number = module.trim_start_matches('t').split('_').next().unwrap_or_default();
            format!("task {number}: {}", test.replace('_', " "))
        }
        None => name.to_owned(),
    }
}

fn number(points: Option<u32>) -> String {
    points.map_or_else(|| "not graded".into(), |points| points.to_string())
}

/// A share of points, for the eye; the number beside it says the same.
fn bar(score: Option<u32>, most: u32) -> Markup {
    html! {
        @if let Some(score) = score {
            span.bar aria-hidden="true" style=(format!("--share: {}%", 100 * score / most.max(1))) {}
        }
    }
}

fn mark(status: Status) -> &'static str {
    match status {
        Status::Passed => "✓",
        Status::Todo => "○",
        _ => "✗",
    }
}

fn page(title: &str, body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                // Browsers request an icon if none is named.
                link rel="icon" href="data:,";
                title { (title) }
                style { (maud::PreEscaped(STYLE)) }
            }
            body { main { (body) } }
        }
    };
    page.into_string()
}
