//! How much of each chapter is done.
//!
//! A chapter is not run if it is not begun, or if it has not changed since its marks were made.

use super::names;
use super::progress_folder::ProgressFolder;
use super::stubs;
use crate::course::{Chapter, Course, Sources, Task, test_include};
use crate::grader::build::Builder;
use crate::grader::cache::Cache;
use crate::grader::grade::Grader;
use crate::grader::marks::{ChapterMarks, Compiled, Status};
use crate::grader::submission::{Submission, SubmissionPath, read_sources};
use crate::parallel;
use crate::sandbox::Sandbox;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

/// How long one test may take: ten times as long as the slowest of the course.
const LIMIT: Duration = Duration::from_secs(3);

pub struct ChapterProgress<'a> {
    pub chapter: &'a Chapter,
    /// For each task.
    pub done: Vec<bool>,
    /// Whether tests have confirmed it. Otherwise a task counts as done if its functions are not stubs any more.
    pub certain: bool,
    /// Whether some of the chapter does not compile.
    pub broken: bool,
    /// The functions that are still stubs.
    pub open: Vec<String>,
    /// When one of its files was last saved; `None` if the chapter is not begun.
    pub saved: Option<SystemTime>,
}

/// The chapter to work on: the one that was saved last, or if it is done, the next one that is not, starting again
/// after the last. A chapter that is not confirmed by tests counts as not done.
pub fn current<'s, 'a>(chapters: &'s [ChapterProgress<'a>]) -> Option<&'s ChapterProgress<'a>> {
    let begun = chapters.iter().enumerate().filter(|(_, it)| it.saved.is_some());
    let from = begun.max_by_key(|(_, it)| it.saved).map_or(0, |(place, _)| place);
    let (before, after) = chapters.split_at(from);
    after.iter().chain(before).find(|it| it.next().is_some() || !it.certain)
}

impl<'a> ChapterProgress<'a> {
    pub fn count(&self) -> usize {
        self.done.iter().filter(|&&done| done).count()
    }

    /// The first task that is not done.
    pub fn next(&self) -> Option<&'a Task> {
        let open = self.done.iter().position(|&done| !done)?;
        self.chapter.tasks.get(open)
    }

    /// The same, confirmed by tests.
    fn with_marks(self, marks: &ChapterMarks) -> Self {
        let broken = marks.compiled != Compiled::Full;
        Self { done: tasks_done(self.chapter, marks), certain: true, broken, ..self }
    }
}

/// For each task, whether all its tests passed.
pub fn tasks_done(chapter: &Chapter, marks: &ChapterMarks) -> Vec<bool> {
    let done = |task: &Task| {
        let mut tests = marks.tests.iter().filter(|test| test.task == task.number);
        tests.all(|test| test.status == Status::Passed)
    };
    chapter.tasks.iter().map(done).collect()
}

pub struct Student<'a> {
    pub course: &'a Course,
    pub progress: ProgressFolder,
    cache: Cache,
}

impl<'a> Student<'a> {
    /// Opens the progress folder, and remembers the stubs of chapters that are not begun.
    pub fn open(course: &'a Course) -> Result<Self> {
        let progress = ProgressFolder::open(course);
        let cache = Cache::of_one(progress.path("marks"), course, "student")?;
        let student = Self { course, progress, cache };
        for chapter in &course.chapters {
            let sources = student.sources(chapter);
            if student.progress.writable && stubs::is_untouched(chapter, &sources) {
                stubs::remember(&student.progress, chapter, &sources)?;
            }
        }
        Ok(student)
    }

    /// A warning for each chapter whose `lib.rs` does not include the tests, so that `cargo test` succeeds without any.
    pub fn without_tests(&self) -> Vec<String> {
        let lost = |chapter: &&Chapter| {
            let sources = self.sources(chapter);
            sources.get(Path::new("lib.rs")).is_some_and(|lib| !test_include::is_in(lib))
        };
        let warning = |chapter: &Chapter| {
            let (name, lines) = (&chapter.name, test_include::for_stub(&chapter.name));
            format!("`cargo test -p {name}` finds no tests: end exercises/{name}/src/lib.rs with these lines\n{lines}")
        };
        self.course.chapters.iter().filter(lost).map(warning).collect()
    }

    /// The student's files; none if they cannot be read.
    pub fn sources(&self, chapter: &Chapter) -> Sources {
        read_sources(&self.course.exercise_sources(chapter)).unwrap_or_default()
    }

    /// The progress of a chapter, as far as it is known without running it.
    pub fn known(&self, chapter: &'a Chapter) -> ChapterProgress<'a> {
        let sources = self.sources(chapter);
        let open = stubs::open(&sources);
        let untouched = stubs::is_untouched(chapter, &sources);
        let written = |task: &Task| task.functions.iter().all(|stub| open.get(&stub.name) == Some(&false));
        let progress = ChapterProgress {
            chapter,
            done: chapter.tasks.iter().map(written).collect(),
            certain: untouched,
            broken: false,
            saved: if untouched { None } else { self.saved(chapter, &sources) },
            open: open.into_iter().filter_map(|(name, open)| open.then_some(name)).collect(),
        };
        match self.progress.marks(chapter, &self.cache.key(chapter, &sources)) {
            Some(marks) => progress.with_marks(&marks),
            None => progress,
        }
    }

    /// When one of these files was last saved.
    fn saved(&self, chapter: &Chapter, sources: &Sources) -> Option<SystemTime> {
        let folder = self.course.exercise_sources(chapter);
        sources.keys().filter_map(|file| fs::metadata(folder.join(file)).ok()?.modified().ok()).max()
    }

    /// The progress of these chapters. Those that have changed are run.
    pub fn run_changed(&self, chapters: &[&'a Chapter]) -> Result<Vec<ChapterProgress<'a>>> {
        let mut progress: Vec<ChapterProgress> = chapters.iter().map(|chapter| self.known(chapter)).collect();
        let changed: Vec<&Chapter> = progress.iter().filter(|it| !it.certain).map(|it| it.chapter).collect();
        if changed.is_empty() {
            return Ok(progress);
        }
        let builder = match self.builder() {
            Ok(builder) => builder,
            // A read-only checkout: the compiler cannot write either.
            Err(error) if !self.progress.writable => {
                anstream::eprintln!(
                    "note: the tests cannot be compiled here ({error:#}); what is written counts as done"
                );
                return Ok(progress);
            }
            Err(error) => return Err(error),
        };
        let path = SubmissionPath::new("exercises", self.course.root.join("exercises"));
        let submission = Submission::open(self.course, &path)?;
        let grader = Grader {
            course: self.course,
            builder: &builder,
            chapters: changed.clone(),
            cache: None,
            limit: LIMIT,
            prebuild_tests: true,
        };
        for (chapter, marks) in changed.iter().zip(grader.marks(&submission, parallel::cores())?.chapters) {
            let with_marks = |it: ChapterProgress<'a>| match it.chapter.name == chapter.name {
                true => it.with_marks(&marks),
                false => it,
            };
            progress = progress.into_iter().map(with_marks).collect();
            self.keep(chapter, &self.sources(chapter), marks)?;
        }
        Ok(progress)
    }

    /// Keeps the marks of these sources, unless they depend on the state of the machine.
    pub fn keep(&self, chapter: &Chapter, sources: &Sources, marks: ChapterMarks) -> Result<()> {
        if marks.depend_on_the_machine() {
            return Ok(());
        }
        self.progress.keep_marks(chapter, &self.cache.key(chapter, sources), marks)
    }

    /// Builds the student's own code: without a sandbox, like `cargo test`.
    pub fn builder(&self) -> Result<Builder> {
        Builder::open(&self.course.root, self.course, Sandbox::off(std::env::current_exe()?))
    }

    /// The chapter with this name; by default the one to work on, or else the last.
    pub fn chapter(&self, name: Option<&str>) -> Result<&'a Chapter> {
        if let Some(name) = name {
            return names::chapter(self.course, name);
        }
        let progress: Vec<ChapterProgress> = self.course.chapters.iter().map(|chapter| self.known(chapter)).collect();
        let current = current(&progress).map(|it| it.chapter);
        current.or_else(|| self.course.chapters.last()).context("the course has chapters")
    }

    /// The task with this name; by default the first that is not done, if there is one.
    pub fn task(&self, chapter: &'a Chapter, name: Option<&str>) -> Result<Option<&'a Task>> {
        match name {
            Some(name) => names::task(chapter, name).map(Some),
            None => Ok(self.run_changed(&[chapter])?[0].next()),
        }
    }
}
