//! Draws the screen of `watch`: the chapter, the one thing to do, and the keys.

use super::check::Finding;
use crate::course::Chapter;
use crate::student::terminal::{self, bold};
use crate::student::{hint, names};
use std::io::{IsTerminal, Write};

/// What the middle of the screen shows.
pub enum Pane {
    Task,
    /// This number of hints for the task.
    Hints(usize),
    /// The bars of all chapters.
    Status(Vec<String>),
}

pub struct View<'a> {
    pub chapter: &'a Chapter,
    /// For each task.
    pub done: &'a [bool],
    /// Of the last check; `None` before the first.
    pub finding: Option<&'a Finding>,
    pub pane: &'a Pane,
    /// Such as a task that has just been done.
    pub news: &'a str,
    /// Whether a check is going on.
    pub busy: bool,
    /// Whether keys are read.
    pub keys: bool,
}

/// On a terminal, replaces what was there. Otherwise prints below it.
pub fn draw(view: &View) {
    let (rows, columns) = terminal::size();
    let lines = lines(view, rows, columns);
    let mut out = anstream::stdout().lock();
    // Fails if the reader of a pipe is gone, which does not matter.
    let _ = if std::io::stdout().is_terminal() {
        // Clears line by line: clearing the whole screen first would flicker.
        let text: String = lines.iter().map(|line| format!("{line}\x1b[K\n")).collect();
        write!(out, "\x1b[H{}\x1b[J", text.trim_end_matches('\n'))
    } else {
        writeln!(out, "{}\n", lines.join("\n"))
    };
    let _ = out.flush();
}

/// At most `rows` lines of at most `columns` columns.
pub fn lines(view: &View, rows: usize, columns: usize) -> Vec<String> {
    let head = head(view, columns);
    let foot = foot(view);
    let mut middle = middle(view, columns);
    let room = rows.saturating_sub(head.len() + foot.len() + 1);
    if middle.len() > room {
        let left = middle.len() + 1 - room;
        middle.truncate(room.saturating_sub(1));
        middle.push(format!("… {left} more lines; `cargo test -p {}` shows all of them", view.chapter.name));
    }
    head.into_iter().chain(middle).chain(foot).collect()
}

fn head(view: &View, columns: usize) -> Vec<String> {
    let (done, of) = (view.done.iter().filter(|&&done| done).count(), view.done.len());
    let name = format!("{} {}", view.chapter.name, view.chapter.title);
    let when = if matches!(view.finding, Some(Finding::NotCompiled(_))) { " when it last compiled" } else { "" };
    let count = format!("{done} of {of} tasks{when}");
    let used = name.chars().count() + count.chars().count() + 4;
    let bar = terminal::bar(done, of, columns.saturating_sub(used).clamp(5, 30));
    let mut lines = vec![format!("{}  {bar}  {count}", bold(&name)), String::new()];
    if !view.news.is_empty() {
        lines.splice(1..1, [view.news.to_owned()]);
    }
    lines
}

fn foot(view: &View) -> Vec<String> {
    let doing = if view.busy { "running …" } else { "waiting for the next save" };
    let keys = if view.keys { "h hint · s status · q quit" } else { "Ctrl-C quits" };
    vec![String::new(), format!("{keys}   {doing}")]
}

fn middle(view: &View, columns: usize) -> Vec<String> {
    if let Pane::Status(lines) = view.pane {
        return lines.clone();
    }
    match view.finding {
        None | Some(Finding::Cancelled) => vec!["The first check of this chapter …".into()],
        Some(Finding::NotCompiled(error)) => {
            let mut lines = vec![bold("It does not compile yet. The first error:"), String::new()];
            lines.extend(terminal::wrap(error.trim_end(), columns));
            if error.contains("tests/grade") {
                lines.push(String::new());
                let explanation = "This error is in the course's tests, which are right: a function no longer has the name, the \
                                   parameters or the result of its stub.";
                lines.extend(terminal::wrap(explanation, columns));
            }
            lines
        }
        Some(Finding::Open { task, message, passed }) => {
            let task = &view.chapter.tasks[*task];
            if let Pane::Hints(taken) = view.pane {
                let mut lines = vec![bold(&names::heading(task))];
                lines.extend(hint::lines(task, *taken, columns));
                return lines;
            }
            // The messages for timeouts and crashes do not name the task.
            let message = if message.starts_with("task ") {
                message.clone()
            } else {
                format!("task {}, {}: {message}", task.number, task.functions[0].name)
            };
            let mut lines = terminal::wrap(message.trim_end(), columns);
            if let Some(first) = lines.first_mut() {
                *first = bold(first);
            }
            if !message.contains(".rs:") {
                lines.push(format!("  edit      {}", names::location(view.chapter, task)));
            }
            if *passed > 0 {
                lines
                    .extend([String::new(), format!("Tests of this task that pass: {passed} of {}", task.tests.len())]);
            }
            lines
        }
        Some(Finding::Done) => vec![
            format!("Every task of {} is done.", view.chapter.name),
            String::new(),
            format!("`cargo xtask plot {}` draws what your code computes.", view.chapter.name),
            "`cargo xtask watch` goes on with the next chapter that is not done.".into(),
        ],
    }
}
