//! The report for a person: one line a task, and for what is not in order, what to do.

use super::{ChapterMarks, Marks, Report, TestMarks};
use crate::course::{Course, Task};
use crate::examine::Status;
use anstyle::{AnsiColor, Style};
use comfy_table::{CellAlignment, ContentArrangement, Row, Table};

const PASSED: &str = "✓";
const WRONG: &str = "✗";
const TO_DO: &str = "○";

/// The report as text that fits a terminal of this width, with colours.
pub fn render(report: &Report, course: &Course, width: u16) -> String {
    report.submissions.iter().map(|marks| submission(marks, course, width)).collect::<Vec<_>>().join("\n")
}

fn submission(marks: &Marks, course: &Course, width: u16) -> String {
    let mut table = Table::new();
    table
        .load_style(comfy_table::presets::NOTHING)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(width);
    table.set_header(["chapter", "task", "points", "status"]);
    for marks in &marks.chapters {
        let chapter =
            course.chapters.iter().find(|chapter| chapter.name == marks.chapter).expect("a chapter of this course");
        for (place, task) in chapter.tasks.iter().enumerate() {
            let name = if place == 0 { format!("{} {}", chapter.name, chapter.title) } else { String::new() };
            table.add_row(row(name, task, marks));
        }
        if marks.score < marks.max_score || course.chapters.len() > 1 {
            table.add_row(["".into(), "".into(), points(marks.score, marks.max_score), "".into()]);
        }
    }
    if let Some(column) = table.column_mut(2) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    let total = format!("{}: {} of {} points", marks.id, marks.score, marks.max_score);
    format!("{}\n\n{}\n", colour(&table.trim_fmt()), bold(&total))
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
    // A diagnosed mistake says more than a test that failed without one.
    let telling = |status| tests.iter().find(|test| test.status == status);
    let first = [Status::Failed, Status::Panicked]
        .into_iter()
        .find_map(telling)
        .or_else(|| tests.iter().find(|test| test.status != Status::Passed))
        .expect("not every test passed");
    let line = first.message.lines().next().unwrap_or_default();
    let headline = line.split_once(": ").filter(|(task, _)| task.starts_with("task ")).map_or(line, |(_, rest)| rest);
    match first.status {
        Status::NotCompiled => format!("{WRONG} {headline}"),
        _ => format!("{WRONG} {} of {} tests fail: {headline}", tests.len() - passed, tests.len()),
    }
}

fn points(score: u32, of: u32) -> String {
    format!("{score}/{of}")
}

/// Colours go around the marks after the table is laid out: its columns are counted in characters.
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
