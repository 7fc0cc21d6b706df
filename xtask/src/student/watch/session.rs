//! One run of `watch`: what is on the screen, and what a save or a key changes.

use super::check::Finding;
use super::screen::{self, Pane, View};
use super::{Event, Job, PAUSE};
use crate::course::Chapter;
use crate::functions;
use crate::report::ChapterMarks;
use crate::student::names;
use crate::student::standing::{self, Standing, Student};
use crate::student::status;
use crate::submission::Sources;
use crate::terminal;
use anyhow::{Result, anyhow};
use std::io::IsTerminal;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};

/// What is watched, and what is known of it.
pub struct Watch<'a> {
    student: &'a Student<'a>,
    place: usize,
    /// Whether to go on with the next chapter when this one is done.
    moves_on: bool,
    jobs: Sender<Job>,
    /// Tells the worker to give up the look that is going on.
    stop: &'a AtomicBool,
    /// The sources of the last look; `None` before the first.
    seen: Option<Sources>,
    /// Whether a look is going on.
    pub busy: bool,
    done: Vec<bool>,
    current: Option<usize>,
    finding: Option<Finding>,
    pane: Pane,
    news: String,
}

impl<'a> Watch<'a> {
    /// Begins with the chapter at this place.
    pub fn new(student: &'a Student, place: usize, moves_on: bool, jobs: Sender<Job>, stop: &'a AtomicBool) -> Self {
        let (done, pane, news) = (vec![], Pane::Task, String::new());
        let mut watch = Self {
            student,
            place,
            moves_on,
            jobs,
            stop,
            seen: None,
            busy: false,
            done,
            current: None,
            finding: None,
            pane,
            news,
        };
        watch.done = student.known(watch.chapter()).done;
        watch
    }

    fn chapter(&self) -> &'a Chapter {
        &self.student.course.chapters[self.place]
    }

    /// Goes on until the end is asked for.
    pub fn follow(&mut self, happened: &Receiver<Event>) -> Result<()> {
        loop {
            if self.look_for_a_save()? {
                self.draw();
            }
            match happened.recv_timeout(PAUSE) {
                Ok(Event::Key('q')) | Ok(Event::Stop) | Err(RecvTimeoutError::Disconnected) => return Ok(()),
                Ok(Event::Key(key)) => self.key(key)?,
                Ok(Event::Found(found)) => self.found(found?)?,
                Err(RecvTimeoutError::Timeout) => continue,
            }
            self.draw();
        }
    }

    /// Starts a look if the files have changed since the last one, and none is going on.
    fn look_for_a_save(&mut self) -> Result<bool> {
        let now = self.student.sources(self.chapter());
        if self.seen.as_ref() == Some(&now) {
            return Ok(false);
        }
        if self.busy {
            // What is being looked at is out of date.
            self.stop.store(true, Ordering::Relaxed);
            return Ok(false);
        }
        self.stop.store(false, Ordering::Relaxed);
        if let Some(before) = &self.seen {
            self.current = changed_task(self.chapter(), before, &now).or(self.current);
            self.pane = Pane::Task;
            self.news.clear();
        }
        self.jobs
            .send((self.place, now.clone(), self.current))
            .map_err(|_| anyhow!("the watch has lost its worker"))?;
        self.seen = Some(now);
        self.busy = true;
        Ok(true)
    }

    fn found(&mut self, (finding, marks): (Finding, Option<ChapterMarks>)) -> Result<()> {
        self.busy = false;
        let chapter = self.chapter();
        if let (Some(marks), Some(sources)) = (marks, &self.seen) {
            let done = standing::tasks_done(chapter, &marks);
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
        let last = self.place + 1 == self.student.course.chapters.len();
        if matches!(finding, Finding::Done) && self.moves_on && !last {
            self.news = format!("✓ done: every task of {}", chapter.name);
            self.place += 1;
            self.done = self.student.known(self.chapter()).done;
            (self.seen, self.current, self.finding) = (None, None, None);
        } else if !matches!(finding, Finding::Stopped) {
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
                let mut standings: Vec<Standing> =
                    self.student.course.chapters.iter().map(|chapter| self.student.known(chapter)).collect();
                standings[self.place].done.clone_from(&self.done);
                let (_, width) = terminal::size();
                Pane::Status(status::bars(&standings, width))
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

/// The task whose function was changed, if it was only one: whoever works on another task than the first open one is
/// followed there.
fn changed_task(chapter: &Chapter, before: &Sources, now: &Sources) -> Option<usize> {
    let body = |sources: &Sources, name: &str| {
        sources.values().find_map(|text| {
            let all = functions::functions(text).unwrap_or_else(|_| functions::by_layout(text));
            let function = all.into_iter().find(|function| function.name == name)?;
            Some(text[function.range].to_owned())
        })
    };
    let changed = |place: &usize| {
        let mut functions = chapter.tasks[*place].functions.iter();
        functions.any(|stub| body(before, &stub.name) != body(now, &stub.name))
    };
    let mut changed = (0..chapter.tasks.len()).filter(changed);
    let first = changed.next()?;
    changed.next().is_none().then_some(first)
}
