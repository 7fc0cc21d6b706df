//! `cargo xtask watch`: at each save, one thing to do next.
//!
//! The files are read five times a second and compared: that works on every file system, and also where an editor
//! writes a file anew under its old time. A thread of its own compiles and runs, so that keys are answered meanwhile.

mod check;
mod keys;
mod lock;
mod screen;
mod session;

use super::names;
use super::standing::{self, Student};
use crate::course::Course;
use crate::exit;
use crate::report::ChapterMarks;
use crate::submission::Sources;
use crate::workshop::Workshop;
use anyhow::Result;
use check::Finding;
use keys::Keys;
use session::Watch;
use std::io::IsTerminal;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

/// How often the files are read.
const PAUSE: Duration = Duration::from_millis(200);

/// Something that happened while waiting.
pub enum Event {
    /// A key was pressed.
    Key(char),
    /// A look at the chapter has ended.
    Found(Result<(Finding, Option<ChapterMarks>)>),
    /// The end was asked for, by a signal or because there are no more keys.
    Stop,
}

/// A chapter's place in the course, its sources, and the task to run first.
type Job = (usize, Sources, Option<usize>);

/// Watches one chapter; without a name the one where the work is, and then the one after it.
pub fn run(course: &Course, chapter: Option<&str>) -> Result<u8> {
    let student = Student::open(course)?;
    let only = chapter.map(|name| names::chapter(course, name)).transpose()?;
    let _lock = lock::take(&student.progress)?;
    if !std::io::stdin().is_terminal() {
        anstream::eprintln!("note: standard input is no terminal, so there are no keys; Ctrl-C ends the watch");
    }
    anstream::eprintln!("Preparing what the tests use; the first time this takes half a minute …");
    let workshop = student.workshop()?;
    let start = match only {
        Some(only) => only,
        None => {
            let standings = student.examined(&course.chapters.iter().collect::<Vec<_>>())?;
            standing::current(&standings).map_or(&course.chapters[0], |it| it.chapter)
        }
    };
    let place = course.chapters.iter().position(|it| it.name == start.name).unwrap_or(0);
    let (events, happened) = channel();
    let stop = events.clone();
    // A second handler is refused: then the first one does.
    let _ = ctrlc::set_handler(move || {
        let _ = stop.send(Event::Stop);
    });
    let (jobs, to_do) = channel();
    let give_up = AtomicBool::new(false);
    thread::scope(|scope| {
        let (worker, workshop, stop) = (events.clone(), &workshop, &give_up);
        scope.spawn(move || work(workshop, course, &to_do, &worker, stop));
        let keys = Keys::listen(&events);
        let mut watch = Watch::new(&student, place, only.is_none(), jobs, stop);
        if std::io::stdout().is_terminal() {
            anstream::print!("\x1b[2J");
        }
        let outcome = watch.follow(&happened);
        drop(keys);
        stop.store(true, Ordering::Relaxed);
        anstream::println!();
        if watch.busy {
            anstream::println!("Waiting for the test that is still running …");
        }
        outcome
    })?;
    Ok(exit::FULL_MARKS)
}

fn work(workshop: &Workshop, course: &Course, to_do: &Receiver<Job>, events: &Sender<Event>, stop: &AtomicBool) {
    while let Ok((chapter, sources, first)) = to_do.recv() {
        let found = check::look(workshop, &course.chapters[chapter], &sources, first, stop);
        if events.send(Event::Found(found)).is_err() {
            return;
        }
    }
}
