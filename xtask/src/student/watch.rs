//! `cargo xtask watch`: on every save, shows one thing to do next.
//!
//! The files are read and compared five times a second, which works on every file system, and even if an editor keeps
//! the modification time of a file. A separate thread compiles and runs tests, so that keys keep working.

mod check;
mod event;
mod keys;
mod lock;
mod screen;
mod session;

use super::chapter_progress::{self, Student};
use super::{names, status};
use crate::course::Course;
use crate::exit;
use crate::grader::build::Builder;
use anyhow::Result;
use event::{Check, Event};
use keys::Keys;
use session::Session;
use std::io::IsTerminal;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

/// Watches the chapter with this name; by default the one to work on, and then the next.
pub fn run(course: &Course, chapter: Option<&str>) -> Result<u8> {
    let student = Student::open(course)?;
    let only = chapter.map(|name| names::chapter(course, name)).transpose()?;
    // Two watches only disturb each other where something is kept.
    let _lock = student.progress.writable.then(|| lock::take(&student.progress)).transpose()?;
    if !std::io::stdin().is_terminal() {
        anstream::eprintln!("note: standard input is no terminal, so there are no keys; Ctrl-C ends the watch");
    }
    anstream::eprintln!("Preparing what the tests use; the first time this takes half a minute …");
    let builder = match student.builder() {
        Ok(builder) => builder,
        Err(error) if !student.progress.writable => {
            anstream::eprintln!("note: nothing can be compiled here, so there is nothing to watch ({error:#})");
            return status::run(course, chapter);
        }
        Err(error) => return Err(error),
    };
    let start = match only {
        Some(only) => only,
        None => {
            let progress = student.run_changed(&course.chapters.iter().collect::<Vec<_>>())?;
            chapter_progress::current(&progress).map_or(&course.chapters[0], |it| it.chapter)
        }
    };
    let place = course.chapters.iter().position(|it| it.name == start.name).unwrap_or(0);
    let (events, happened) = channel();
    let stop = events.clone();
    // Fails only if there is a handler already, which is fine.
    let _ = ctrlc::set_handler(move || {
        let _ = stop.send(Event::Stop);
    });
    let (checks, to_check) = channel();
    let cancel = AtomicBool::new(false);
    thread::scope(|scope| {
        let (results, builder, cancel) = (events.clone(), &builder, &cancel);
        scope.spawn(move || check_all(builder, course, &to_check, &results, cancel));
        let keys = Keys::listen(&events);
        let mut session = Session::new(&student, place, only.is_none(), checks, cancel);
        if std::io::stdout().is_terminal() {
            anstream::print!("\x1b[2J");
        }
        let result = session.run(&happened);
        drop(keys);
        cancel.store(true, Ordering::Relaxed);
        anstream::println!();
        if session.busy {
            anstream::println!("Waiting for the test that is still running …");
        }
        result
    })?;
    Ok(exit::FULL_MARKS)
}

fn check_all(
    builder: &Builder,
    course: &Course,
    to_check: &Receiver<Check>,
    results: &Sender<Event>,
    cancel: &AtomicBool,
) {
    while let Ok(Check { chapter, sources, first }) = to_check.recv() {
        let found = check::check(builder, &course.chapters[chapter], &sources, first, cancel);
        if results.send(Event::Checked(found)).is_err() {
            return;
        }
    }
}
