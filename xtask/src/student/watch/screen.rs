//! One screenful: where you are, the one thing to do, and the keys.

use super::check::Finding;
use crate::course::Chapter;
use crate::student::{hint, names};
use crate::terminal::{self, bold};
use std::io::{IsTerminal, Write};

/// What the middle of the screen shows.
pub enum Pane {
    /// What there is to do.
    Task,
    /// So many hints for the task.
    Hints(usize),
    /// The bars of all chapters.
    Status(Vec<String>),
}

/// All that is on the screen.
pub struct View<'a> {
    /// The chapter that is watched.
    pub chapter: &'a Chapter,
    /// For each task whether it is done, as far as is known.
    pub done: &'a [bool],
    /// What the last look found; `None` before the first.
    pub finding: Option<&'a Finding>,
    /// What the middle shows.
    pub pane: &'a Pane,
    /// Something that has just happened, such as a task done.
    pub news: &'a str,
    /// Whether it is being compiled or run right now.
    pub busy: bool,
    /// Whether keys are read.
    pub keys: bool,
}

/// Prints it: on a terminal in the place of what was there, elsewhere below it.
pub fn draw(view: &View) {
    let (rows, columns) = terminal::size();
    let lines = lines(view, rows, columns);
    let mut out = anstream::stdout().lock();
    // Whoever has closed the other end of a pipe reads no more.
    let _ = if std::io::stdout().is_terminal() {
        // Home, then each line cleared to its end: without the flicker of an empty screen in between.
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
        middle.push(format!("… {left} lines more; `cargo test -p {}` shows all of them", view.chapter.name));
    }
    // Without a terminal nothing is filled up: there, a screen is as long as what it says.
    head.into_iter().chain(middle).chain(foot).collect()
}

fn head(view: &View, columns: usize) -> Vec<String> {
    let (done, of) = (view.done.iter().filter(|&&done| done).count(), view.done.len());
    let name = format!("{} {}", view.chapter.name, view.chapter.title);
    let when = if matches!(view.finding, Some(Finding::Refused(_))) { " when it last compiled" } else { "" };
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
        None | Some(Finding::Stopped) => vec!["The first look at this chapter …".into()],
        Some(Finding::Refused(error)) => {
            let mut lines = vec![bold("It does not compile yet. The first error:"), String::new()];
            lines.extend(terminal::wrap(error.trim_end(), columns));
            if error.contains("tests/grade") {
                lines.push(String::new());
                let words = "It stands in the course's tests, which are right: a function no longer has the name, the parameters or the \
                             result that its stub had.";
                lines.extend(terminal::wrap(words, columns));
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
            // What ends a test from outside knows the time, and not the task.
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
                lines.push(format!("  edit      {}", names::place(view.chapter, task)));
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
