//! One run of `watch`: what is on the screen, and what a save or a key changes.

use super::check::Finding;
use super::event::{Check, Event};
use super::screen::{self, Pane, View};
use crate::course::{Chapter, Sources, functions};
use crate::grader::marks::ChapterMarks;
use crate::student::chapter_progress::{ChapterProgress, Student, tasks_done};
use crate::student::{names, status, terminal};
use anyhow::{Result, anyhow};
use std::io::IsTerminal;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

/// How often the files are read.
const POLL_INTERVAL: Duration = Duration::from_millis(200);

pub struct Session<'a> {
    student: &'a Student<'a>,
    /// The index of the chapter in the course.
    index: usize,
    /// Whether to go on with the next chapter when this one is done.
    moves_on: bool,
    checks: Sender<Check>,
    /// Cancels the check that is going on.
    cancel: &'a AtomicBool,
    /// The sources of the last check; `None` before the first.
    seen: Option<Sources>,
    /// Whether a check is going on.
    pub busy: bool,
    done: Vec<bool>,
    current: Option<usize>,
    finding: Option<Finding>,
    pane: Pane,
    news: String,
}

impl<'a> Session<'a> {
    pub fn new(
        student: &'a Student,
        index: usize,
        moves_on: bool,
        checks: Sender<Check>,
        cancel: &'a AtomicBool,
    ) -> Self {
        let (done, pane, news) = (vec![], Pane::Task, String::new());
        let mut session = Self {
            student,
            index,
            moves_on,
            checks,
            cancel,
            seen: None,
            busy: false,
            done,
            current: None,
            finding: None,
            pane,
            news,
        };
        session.done = student.known(session.chapter()).done;
        session
    }

    fn chapter(&self) -> &'a Chapter {
        &self.student.course.chapters[self.index]
    }

    /// Runs until `q`, Ctrl-C, or the end of the input.
    pub fn run(&mut self, happened: &Receiver<Event>) -> Result<()> {
        loop {
            if self.check_if_saved()? {
                self.draw();
            }
            match happened.recv_timeout(POLL_INTERVAL) {
                Ok(Event::Key('q')) | Ok(Event::Stop) | Err(RecvTimeoutError::Disconnected) => return Ok(()),
                Ok(Event::Key(key)) => self.key(key)?,
                Ok(Event::Checked(found)) => self.checked(found?)?,
                Err(RecvTimeoutError::Timeout) => continue,
            }
            self.draw();
        }
    }

    /// Starts a check if the files have changed. If a check is going on, cancels that first.
    fn check_if_saved(&mut self) -> Result<bool> {
        let now = self.student.sources(self.chapter());
        if self.seen.as_ref() == Some(&now) {
            return Ok(false);
        }
        if self.busy {
            self.cancel.store(true, Ordering::Relaxed);
            return Ok(false);
        }
        self.cancel.store(false, Ordering::Relaxed);
        if let Some(before) = &self.seen {
            self.current = changed_task(self.chapter(), before, &now).or(self.current);
            self.pane = Pane::Task;
            self.news.clear();
        }
        let check = Check { chapter: self.index, sources: now.clone(), first: self.current };
        self.checks.send(check).map_err(|_| anyhow!("the thread that runs the tests has ended"))?;
        self.seen = Some(now);
        self.busy = true;
        Ok(true)
    }

    fn checked(&mut self, (finding, marks): (Finding, Option<ChapterMarks>)) -> Result<()> {
        self.busy = false;
        let chapter = self.chapter();
        if let (Some(marks), Some(sources)) = (marks, &self.seen) {
            let done = tasks_done(chapter, &marks);
            let new = (0..done.len()).filter(|&task| done[task] && !self.done.get(task).is_some_and(|&before| before));
            let new: Vec<String> = new.map(|task| names::heading(&chapter.tasks[task])).collect();
            if self.finding.is_some() && !new.is_empty() {
                self.news = format!("✓ done: {}", new.join("; "));
            }
            self.done = done;
            self.student.keep(chapter, sources, marks)?;
        }
        if let Finding::Open { task, .. } = finding {
            self.current = Some(task);
            if let Some(done) = self.done.get_mut(task) {
                *done = false;
            }
        }
        let last = self.index + 1 == self.student.course.chapters.len();
        if matches!(finding, Finding::Done) && self.moves_on && !last {
            self.news = format!("✓ done: every task of {}", chapter.name);
            self.index += 1;
            self.done = self.student.known(self.chapter()).done;
            (self.seen, self.current, self.finding) = (None, None, None);
        } else if !matches!(finding, Finding::Cancelled) {
            self.finding = Some(finding);
        }
        Ok(())
    }

    fn key(&mut self, key: char) -> Result<()> {
        let open = match self.finding {
            Some(Finding::Open { task, .. }) => Some(&self.chapter().tasks[task]),
            _ => None,
        };
        self.pane = match (key, open) {
            ('h', Some(task)) => Pane::Hints(self.student.progress.take_hint(self.chapter(), task)?),
            ('s', _) => {
                let mut progress: Vec<ChapterProgress> =
                    self.student.course.chapters.iter().map(|chapter| self.student.known(chapter)).collect();
                progress[self.index].done.clone_from(&self.done);
                let (_, width) = terminal::size();
                Pane::Status(status::bars(&progress, width))
            }
            _ => Pane::Task,
        };
        Ok(())
    }

    fn draw(&self) {
        screen::draw(&View {
            chapter: self.chapter(),
            done: &self.done,
            finding: self.finding.as_ref(),
            pane: &self.pane,
            news: &self.news,
            busy: self.busy,
            keys: std::io::stdin().is_terminal(),
        });
    }
}

/// The task whose functions were changed, if there is exactly one: then the student works on it, even if an earlier
/// task is not done.
fn changed_task(chapter: &Chapter, before: &Sources, now: &Sources) -> Option<usize> {
    let body = |sources: &Sources, name: &str| {
        sources.values().find_map(|text| Some(text[functions::find_or_by_layout(text, name)?.range].to_owned()))
    };
    let changed = |index: &usize| {
        let mut functions = chapter.tasks[*index].functions.iter();
        functions.any(|stub| body(before, &stub.name) != body(now, &stub.name))
    };
    let mut changed = (0..chapter.tasks.len()).filter(changed);
    let first = changed.next()?;
    changed.next().is_none().then_some(first)
}
