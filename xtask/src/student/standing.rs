//! Where a student stands: which tasks are done.
//!
//! A chapter that nobody has begun is not run, and neither is one that is as it was when its marks were made.

use super::names;
use super::progress::Progress;
use super::stubs;
use crate::cache::Cache;
use crate::course::{Chapter, Course, Task, hook};
use crate::examine::Status;
use crate::grade::Grader;
use crate::parallel;
use crate::report::{ChapterMarks, Compiled};
use crate::sandbox::Sandbox;
use crate::submission::{Entry, Sources, Submission, read_sources};
use crate::workshop::Workshop;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// How long one test may take. The longest of the course takes a tenth of it.
pub const LIMIT: Duration = Duration::from_secs(3);

/// How far a chapter is done.
pub struct Standing<'a> {
    /// The chapter.
    pub chapter: &'a Chapter,
    /// For each task whether it is done.
    pub done: Vec<bool>,
    /// Whether that is known, and not only guessed from what no longer is a stub.
    pub certain: bool,
    /// Whether some of it does not compile.
    pub broken: bool,
    /// The functions that are still stubs.
    pub open: Vec<String>,
    /// When one of its files was last saved; `None` if nobody has begun it.
    pub saved: Option<SystemTime>,
}

/// Where the work is: in the chapter that was saved last, or if that is done, in the next one that is not; from the last on
/// it begins again. A chapter of which it is not known whether it is right counts as not done.
pub fn current<'s, 'a>(standings: &'s [Standing<'a>]) -> Option<&'s Standing<'a>> {
    let begun = standings.iter().enumerate().filter(|(_, it)| it.saved.is_some());
    let from = begun.max_by_key(|(_, it)| it.saved).map_or(0, |(place, _)| place);
    let (before, after) = standings.split_at(from);
    after.iter().chain(before).find(|it| it.next().is_some() || !it.certain)
}

impl<'a> Standing<'a> {
    /// How many tasks are done.
    pub fn count(&self) -> usize {
        self.done.iter().filter(|&&done| done).count()
    }

    /// The first task that is not done, as far as that is known.
    pub fn next(&self) -> Option<&'a Task> {
        let open = self.done.iter().position(|&done| !done)?;
        self.chapter.tasks.get(open)
    }

    /// The same with what its tests have said.
    fn with_marks(self, marks: &ChapterMarks) -> Self {
        let broken = marks.compiled != Compiled::Full;
        Self { done: tasks_done(self.chapter, marks), certain: true, broken, ..self }
    }
}

/// For each task of a chapter with these marks whether all its tests passed.
pub fn tasks_done(chapter: &Chapter, marks: &ChapterMarks) -> Vec<bool> {
    let done = |task: &Task| {
        let mut tests = marks.tests.iter().filter(|test| test.task == task.number);
        tests.all(|test| test.status == Status::Passed)
    };
    chapter.tasks.iter().map(done).collect()
}

/// The student's own sources, and what is known of them.
pub struct Student<'a> {
    /// The course.
    pub course: &'a Course,
    /// What is remembered.
    pub progress: Progress,
    cache: Cache,
}

impl<'a> Student<'a> {
    /// Reads what is remembered.
    pub fn open(course: &'a Course) -> Result<Self> {
        let progress = Progress::open(course)?;
        let cache = Cache::open(progress.path("marks"), course, "student")?;
        let student = Self { course, progress, cache };
        for chapter in &course.chapters {
            let sources = student.sources(chapter);
            if stubs::is_untouched(chapter, &sources) {
                stubs::remember(&student.progress, chapter, &sources)?;
            }
        }
        Ok(student)
    }

    /// A warning for each chapter in which `cargo test` would find no tests, and be green.
    pub fn without_tests(&self) -> Vec<String> {
        let lost = |chapter: &&Chapter| {
            let sources = self.sources(chapter);
            sources.get(Path::new("lib.rs")).is_some_and(|lib| !hook::is_in(lib))
        };
        let warning = |chapter: &Chapter| {
            let (name, lines) = (&chapter.name, hook::of_the_stub(&chapter.name));
            format!("`cargo test -p {name}` finds no tests: end exercises/{name}/src/lib.rs with these lines\n{lines}")
        };
        self.course.chapters.iter().filter(lost).map(warning).collect()
    }

    /// The student's files of a chapter; none if they cannot be read.
    pub fn sources(&self, chapter: &Chapter) -> Sources {
        read_sources(&self.folder(chapter)).unwrap_or_default()
    }

    fn folder(&self, chapter: &Chapter) -> PathBuf {
        self.course.root.join("exercises").join(&chapter.name).join("src")
    }

    /// Where a chapter stands, as far as it can be said without running it.
    pub fn known(&self, chapter: &'a Chapter) -> Standing<'a> {
        let sources = self.sources(chapter);
        let open = stubs::open(&sources);
        let untouched = stubs::is_untouched(chapter, &sources);
        let written = |task: &Task| task.functions.iter().all(|stub| open.get(&stub.name) == Some(&false));
        let standing = Standing {
            chapter,
            done: chapter.tasks.iter().map(written).collect(),
            certain: untouched,
            broken: false,
            saved: if untouched { None } else { self.saved(chapter, &sources) },
            open: open.into_iter().filter_map(|(name, open)| open.then_some(name)).collect(),
        };
        match self.progress.marks(chapter, &self.cache.key(chapter, &sources)) {
            Some(marks) => standing.with_marks(&marks),
            None => standing,
        }
    }

    /// When one of these files was last saved.
    fn saved(&self, chapter: &Chapter, sources: &Sources) -> Option<SystemTime> {
        let folder = self.folder(chapter);
        sources.keys().filter_map(|file| fs::metadata(folder.join(file)).ok()?.modified().ok()).max()
    }

    /// Where these chapters stand; those that have changed are run.
    pub fn examined(&self, chapters: &[&'a Chapter]) -> Result<Vec<Standing<'a>>> {
        let mut standings: Vec<Standing> = chapters.iter().map(|chapter| self.known(chapter)).collect();
        let changed: Vec<&Chapter> = standings.iter().filter(|it| !it.certain).map(|it| it.chapter).collect();
        if changed.is_empty() {
            return Ok(standings);
        }
        let workshop = self.workshop()?;
        let entry = Entry { id: "exercises".into(), path: self.course.root.join("exercises") };
        let submission = Submission::open(self.course, &entry)?;
        let grader = Grader {
            course: self.course,
            workshop: &workshop,
            chapters: changed.clone(),
            cache: None,
            limit: LIMIT,
            prepare: false,
        };
        for (chapter, marks) in changed.iter().zip(grader.marks(&submission, parallel::cores())?.chapters) {
            standings = standings
                .into_iter()
                .map(|it| if it.chapter.name == chapter.name { it.with_marks(&marks) } else { it })
                .collect();
            self.keep(chapter, &self.sources(chapter), marks)?;
        }
        Ok(standings)
    }

    /// Keeps the marks of these sources, unless they say more about the machine than about the code.
    pub fn keep(&self, chapter: &Chapter, sources: &Sources, marks: ChapterMarks) -> Result<()> {
        if marks.tests.iter().any(|test| matches!(test.status, Status::Timeout | Status::Memory | Status::Infra)) {
            return Ok(());
        }
        self.progress.keep_marks(chapter, &self.cache.key(chapter, sources), marks)
    }

    /// Where the student's own code is compiled and run: without a sandbox, as by `cargo test`.
    pub fn workshop(&self) -> Result<Workshop> {
        Workshop::open(&self.course.root, self.course, Sandbox::off(std::env::current_exe()?))
    }

    /// The chapter of this name; without one, the one where the work is, or else the last.
    pub fn chapter(&self, name: Option<&str>) -> Result<&'a Chapter> {
        if let Some(name) = name {
            return names::chapter(self.course, name);
        }
        let standings: Vec<Standing> = self.course.chapters.iter().map(|chapter| self.known(chapter)).collect();
        let current = current(&standings).map(|it| it.chapter);
        current.or_else(|| self.course.chapters.last()).context("the course has chapters")
    }

    /// The task of this name; without one, the first of the chapter that is not done, if there is any.
    pub fn task(&self, chapter: &'a Chapter, name: Option<&str>) -> Result<Option<&'a Task>> {
        match name {
            Some(name) => names::task(chapter, name).map(Some),
            None => Ok(self.examined(&[chapter])?[0].next()),
        }
    }
}
