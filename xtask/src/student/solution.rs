//! `cargo xtask solution`: the reference solution of one task, beside the student's.

use super::chapter_progress::Student;
use super::hint;
use super::names;
use super::terminal::{self, bold};
use crate::course::{Course, HINTS, Sources, Stub, functions};
use crate::exit::{self, Usage};
use crate::grader::submission::read_sources;
use anyhow::{Result, bail};
use console::{measure_text_width, truncate_str};

/// Two versions are shown side by side if each has this many columns.
const HALF: usize = 58;

/// Prints the reference of a task that is done or given up.
pub fn run(course: &Course, chapter: &str, task: &str, give_up: bool) -> Result<u8> {
    let chapter = names::chapter(course, chapter)?;
    let task = names::task(chapter, task)?;
    let folder = course.solution_sources(chapter);
    if !folder.is_dir() {
        bail!(Usage(format!(
            "this is the students' edition, without the reference; `cargo xtask hint {} t{}` helps on",
            chapter.name, task.number
        )));
    }
    let student = Student::open(course)?;
    if !give_up {
        let progress = &student.run_changed(&[chapter])?[0];
        if !progress.done[task.number as usize - 1] {
            bail!(Usage(format!(
                "task {1} of {0} is not done yet: `cargo xtask hint {0} t{1}` helps on, and --give-up shows the reference anyway",
                chapter.name, task.number
            )));
        }
    }
    let (reference, own) = (read_sources(&folder)?, student.sources(chapter));
    let (_, width) = terminal::size();
    anstream::println!(
        "{} ({})",
        bold(&format!("{}, {}", chapter.name, names::heading(task))),
        names::location(chapter, task)
    );
    for stub in &task.functions {
        let (documentation, theirs) = written(&reference, stub).unwrap_or_default();
        let yours = written(&own, stub).map_or_else(|| "(it is not in your files)".into(), |(_, code)| code);
        anstream::println!("\n{documentation}\n");
        anstream::print!("{}", compared(&yours, &theirs, width));
    }
    for line in hint::lines(task, HINTS.len(), width) {
        anstream::println!("{line}");
    }
    Ok(exit::FULL_MARKS)
}

/// The documentation of a function as text, and its code.
fn written(sources: &Sources, stub: &Stub) -> Option<(String, String)> {
    sources.values().find_map(|text| {
        let function = functions::find_or_by_layout(text, &stub.name)?;
        let above: Vec<&str> =
            text[..function.range.start].lines().rev().skip_while(|line| line.trim().is_empty()).collect();
        let documentation = above.into_iter().map_while(|line| line.trim().strip_prefix("///"));
        let mut documentation: Vec<&str> = documentation.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
        documentation.reverse();
        Some((documentation.join("\n"), text[function.range].to_owned()))
    })
}

/// Both versions, side by side if there is room.
fn compared(yours: &str, theirs: &str, width: usize) -> String {
    let half = (width.saturating_sub(3)) / 2;
    let widest = yours.lines().chain(theirs.lines()).map(measure_text_width).max().unwrap_or(0);
    if half < HALF || half < widest {
        return format!("{}\n{yours}\n\n{}\n{theirs}\n", bold("yours"), bold("reference"));
    }
    let mut text = format!("{}{}{}\n", bold("yours"), " ".repeat(half - 2), bold("reference"));
    let (mut left, mut right) = (yours.lines(), theirs.lines());
    loop {
        let (l, r) = (left.next(), right.next());
        if l.is_none() && r.is_none() {
            return text;
        }
        let l = truncate_str(l.unwrap_or_default(), half, "…");
        let gap = " ".repeat(half - measure_text_width(&l));
        text.push_str(format!("{l}{gap} │ {}", r.unwrap_or_default()).trim_end());
        text.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_side_by_side_only_if_both_fit() {
        let wide = compared("fn a() {\n    1\n}", "fn a() {}", 130);
        assert!(
            wide.lines().nth(1).is_some_and(|line| line.starts_with("fn a() {") && line.ends_with("│ fn a() {}")),
            "{wide}"
        );
        let narrow = compared("fn a() {\n    1\n}", "fn a() {}", 80);
        assert!(narrow.contains("}\n\n") && !narrow.contains('│'), "{narrow}");
    }
}
