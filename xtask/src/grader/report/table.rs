//! The report in the terminal: one line per task, or one line per submission for a class.

use super::text::{harmless, message as safe_message};
use crate::course::{Chapter, Course, Task};
use crate::grader::marks::{ChapterMarks, Marks, Status, TestMarks};
use anstyle::{AnsiColor, Style};
use comfy_table::{CellAlignment, ContentArrangement, Row, Table};
use std::collections::BTreeSet;

const PASSED: &str = "✓";
const WRONG: &str = "✗";
const TO_DO: &str = "○";

/// The marks of one submission, task by task, for a terminal of this width.
pub fn submission(marks: &Marks, course: &Course, width: u16) -> String {
    let mut table = new(width);
    table.set_header(["chapter", "task", "points", "status"]);
    for chapter_marks in &marks.chapters {
        let known = course.chapters.iter().find(|chapter| chapter.name == chapter_marks.chapter);
        let chapter = known.expect("marks are of chapters of this course");
        for (place, task) in chapter.tasks.iter().enumerate() {
            let name = if place == 0 { format!("{} {}", chapter.name, chapter.title) } else { String::new() };
            table.add_row(row(name, task, chapter_marks));
        }
        if marks.chapters.len() > 1 {
            table.add_row(["".into(), "".into(), points(chapter_marks.score, chapter_marks.max_score), "".into()]);
        }
    }
    if let Some(column) = table.column_mut(2) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    let total = format!("{}: {} of {} points", harmless(&marks.id), marks.score, marks.max_score);
    format!("{}\n\n{}{}\n", colour(&table.trim_fmt()), compile_errors(marks), bold(&total))
}

/// Each compile error once, below the table: they do not fit into a cell.
fn compile_errors(marks: &Marks) -> String {
    let tests = marks.chapters.iter().flat_map(|chapter| &chapter.tests);
    let messages = tests.filter(|test| test.status == Status::NotCompiled).map(|test| test.message.as_str());
    let several_lines: BTreeSet<&str> = messages.filter(|message| message.contains('\n')).collect();
    several_lines.into_iter().map(|message| format!("{}\n\n", safe_message(message))).collect()
}

/// The marks of a class, one submission per line.
pub struct ClassTable {
    table: Table,
    submissions: usize,
    full: usize,
    not_graded: usize,
}

impl ClassTable {
    pub fn new(chapters: &[&Chapter], width: u16) -> Self {
        let mut table = new(width);
        let names = chapters.iter().map(|chapter| format!("{} /{}", chapter.name, chapter.points()));
        table.set_header(["submission".into(), "points".into()].into_iter().chain(names).chain(["".into()]));
        for column in 1..chapters.len() + 2 {
            if let Some(column) = table.column_mut(column) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        Self { table, submissions: 0, full: 0, not_graded: 0 }
    }

    pub fn add(&mut self, marks: &Marks) {
        self.submissions += 1;
        self.full += usize::from(marks.is_full());
        self.not_graded += usize::from(marks.infra().is_some());
        let scores = [marks.graded()].into_iter().chain(marks.chapters.iter().map(ChapterMarks::graded));
        let scores = scores.map(|score| score.map_or_else(|| "–".into(), |score| score.to_string()));
        let mut note = match marks.infra() {
            Some(_) => format!("{WRONG} not graded: {}", marks.not_graded()),
            None if marks.is_full() => PASSED.into(),
            None => String::new(),
        };
        let mut tests = marks.chapters.iter().flat_map(|chapter| &chapter.tests);
        if tests.any(|test| test.status == Status::Flagged) {
            note = format!("{WRONG} flagged: look at this submission");
        }
        self.table.add_row([harmless(&marks.id)].into_iter().chain(scores).chain([note]));
    }

    pub fn render(&self) -> String {
        let mut total = format!("{} submissions, {} with full marks", self.submissions, self.full);
        if self.not_graded > 0 {
            total += &format!(", {} not graded whole: the grader failed, grade again with --resume", self.not_graded);
        }
        format!("{}\n\n{}\n", colour(&self.table.trim_fmt()), bold(&total))
    }
}

fn new(width: u16) -> Table {
    let mut table = Table::new();
    table
        .load_style(comfy_table::presets::NOTHING)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(width);
    table
}

fn row(chapter: String, task: &Task, marks: &ChapterMarks) -> Row {
    let tests: Vec<&TestMarks> = marks.tests.iter().filter(|test| test.task == task.number).collect();
    let (score, of) = (tests.iter().map(|test| test.score).sum(), tests.iter().map(|test| test.max_score).sum());
    Row::from([chapter, format!("{} {}", task.number, task.title), points(score, of), status(&tests)])
}

fn status(tests: &[&TestMarks]) -> String {
    let passed = tests.iter().filter(|test| test.status == Status::Passed).count();
    if passed == tests.len() {
        return format!("{PASSED} passed");
    }
    if tests.iter().all(|test| test.status == Status::Todo) {
        return format!("{TO_DO} to do");
    }
    // A failed check says more than a test that ended in another way.
    let telling = |status| tests.iter().find(|test| test.status == status);
    let first = [Status::Failed, Status::Panicked]
        .into_iter()
        .find_map(telling)
        .or_else(|| tests.iter().find(|test| test.status != Status::Passed))
        .expect("not every test passed");
    let headline = harmless(first.headline());
    match first.status {
        Status::NotCompiled => format!("{WRONG} {headline}"),
        _ => format!("{WRONG} {} of {} tests fail: {headline}", tests.len() - passed, tests.len()),
    }
}

fn points(score: u32, of: u32) -> String {
    format!("{score}/{of}")
}

/// Colours are added after the layout, which counts characters.
fn colour(table: &str) -> String {
    let painted = [(PASSED, AnsiColor::Green), (WRONG, AnsiColor::Red), (TO_DO, AnsiColor::Yellow)];
    let mut text = table.to_owned();
    for (mark, colour) in painted {
        let style = Style::new().fg_color(Some(colour.into()));
        text = text.replace(mark, &format!("{style}{mark}{style:#}"));
    }
    text
}

fn bold(text: &str) -> String {
    let style = Style::new().bold();
    format!("{style}{text}{style:#}")
}
