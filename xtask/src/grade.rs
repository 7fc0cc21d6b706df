//! Submissions in, marks out.

use crate::cache::Cache;
use crate::course::{Chapter, Course, Test};
use crate::examine::{self, Outcome, Status};
use crate::parallel;
use crate::report::{ChapterMarks, Compiled, Marks, TestMarks};
use crate::salvage::{self, Salvage};
use crate::submission::{Entry, Sources, Submission, read_sources};
use crate::workshop::{Desk, Part, Workshop};
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

/// All that grading takes.
pub struct Grader<'a> {
    /// The course.
    pub course: &'a Course,
    /// Where sources are compiled and tests run.
    pub workshop: &'a Workshop,
    /// The chapters to grade.
    pub chapters: Vec<&'a Chapter>,
    /// Marks from before; without a cache, everything is graded afresh.
    pub cache: Option<Cache>,
    /// How long one test may take.
    pub limit: Duration,
    /// Whether the tests are compiled once for all submissions, which pays from the second one on.
    pub prepare: bool,
}

impl Grader<'_> {
    /// The marks of a submission that has been read; `jobs` chapters are graded at once.
    pub fn marks(&self, submission: &Submission, jobs: usize) -> Result<Marks> {
        // Chapters that are graded side by side are not compiled as one.
        let mut together = if self.prepare && jobs == 1 { self.together(submission)? } else { BTreeMap::new() };
        let chapters = self.chapters.iter().map(|&chapter| (chapter, together.remove(chapter.name.as_str()))).collect();
        let chapters = parallel::map(jobs, chapters, |(chapter, marks): (&Chapter, Option<ChapterMarks>)| {
            marks.map_or_else(|| self.chapter(submission, chapter), Ok)
        });
        let chapters = chapters.into_iter().collect::<Result<_>>()?;
        Ok(Marks::new(submission.id.clone(), self.workshop.sandbox.tier.to_string(), chapters))
    }

    /// The chapters that are new and compile, graded as one crate; none if one of them does not.
    fn together(&self, submission: &Submission) -> Result<BTreeMap<&str, ChapterMarks>> {
        let mut new = vec![];
        for &chapter in &self.chapters {
            let Ok(sources) = submission.sources(chapter) else { continue };
            let known = self.cache.as_ref().is_some_and(|cache| cache.get(&cache.key(chapter, sources)).is_some());
            if !known {
                new.push((chapter, sources));
            }
        }
        // Nobody is graded before the tests of all chapters are there: every core helps.
        let prepared = parallel::map(parallel::cores(), new.clone(), |(chapter, _)| self.workshop.prepared(chapter));
        let mut parts = vec![];
        for ((chapter, sources), prepared) in new.into_iter().zip(prepared) {
            if let Some(prepared) = prepared? {
                let (sources, _) = self.with_own_given(chapter, sources);
                parts.push(Part { chapter, sources, prepared });
            }
        }
        let Some(first) = parts.first().filter(|_| parts.len() > 1) else { return Ok(BTreeMap::new()) };
        let mut desk = self.workshop.desk(first.chapter, submission.folder)?;
        if desk.compile_together(&parts)?.is_err() {
            return Ok(BTreeMap::new());
        }
        let mut graded = BTreeMap::new();
        for Part { chapter, .. } in parts {
            desk.turn_to(chapter);
            let marks = self.examined(&mut desk, chapter, &Salvage::default())?;
            if let (Some(cache), Ok(sources)) = (&self.cache, submission.sources(chapter)) {
                cache.put(&cache.key(chapter, sources), &marks)?;
            }
            graded.insert(chapter.name.as_str(), marks);
        }
        Ok(graded)
    }

    /// The marks of a submission that is still to be read. If the grader fails, the marks say so, and are none.
    pub fn read_and_mark(&self, entry: &Entry, jobs: usize) -> Marks {
        let marks = Submission::open(self.course, entry).and_then(|submission| self.marks(&submission, jobs));
        marks.unwrap_or_else(|error| {
            let reason = format!("the grader failed, this submission has no marks yet: {error:#}");
            let chapters = self.chapters.iter().map(|chapter| all_tests(chapter, Status::Infra, &reason));
            Marks::new(entry.id.clone(), self.workshop.sandbox.tier.to_string(), chapters.collect())
        })
    }

    fn chapter(&self, submission: &Submission, chapter: &Chapter) -> Result<ChapterMarks> {
        let sources = match submission.sources(chapter) {
            Ok(sources) => sources,
            Err(reason) => return Ok(all_tests(chapter, Status::NotCompiled, &reason)),
        };
        let Some(cache) = self.cache.as_ref().filter(|_| !submission.is_reference()) else {
            return self.graded(submission, chapter, sources);
        };
        let key = cache.key(chapter, sources);
        if let Some(marks) = cache.get(&key) {
            return Ok(marks);
        }
        let marks = self.graded(submission, chapter, sources)?;
        cache.put(&key, &marks)?;
        Ok(marks)
    }

    fn graded(&self, submission: &Submission, chapter: &Chapter, sources: &Sources) -> Result<ChapterMarks> {
        let mut desk = self.workshop.desk(chapter, submission.folder)?;
        let (sources, changed_given) = self.with_own_given(chapter, sources);
        let salvage = match self.compiled(&mut desk, chapter, &sources)? {
            Ok(salvage) => salvage,
            Err(reason) if submission.is_reference() => bail!("the reference is broken: {reason}"),
            Err(reason) => {
                let hint = if changed_given { GIVEN_CHANGED } else { "" };
                return Ok(all_tests(chapter, Status::NotCompiled, &(reason + hint)));
            }
        };
        if submission.is_reference() && !salvage.nothing_lost() {
            bail!("the reference of {} does not compile; `cargo test -p {0}-solution` says why", chapter.name);
        }
        self.examined(&mut desk, chapter, &salvage)
    }

    /// Runs every test of a chapter that has been compiled.
    fn examined(&self, desk: &mut Desk, chapter: &Chapter, salvage: &Salvage) -> Result<ChapterMarks> {
        let mut tests = vec![];
        for (task, test) in chapter.tests() {
            let outcome = outcome(desk, salvage, test, self.limit);
            let Outcome { status, message } = outcome.with_context(|| format!("failed to run {}", test.name))?;
            tests.push(TestMarks::new(task.number, test, status, message));
        }
        let compiled = if salvage.nothing_lost() { Compiled::Full } else { Compiled::Partial };
        Ok(ChapterMarks::new(chapter, compiled, tests))
    }

    /// What a chapter is given is the course's own: a network that comes trained already would pass any test of training. The second result
    /// says whether the submission had another.
    fn with_own_given(&self, chapter: &Chapter, sources: &Sources) -> (Sources, bool) {
        let (mut sources, given) = (sources.clone(), Path::new("given.rs"));
        let Some(own) = self.stubs(chapter).remove(given) else { return (sources, false) };
        let theirs = sources.insert(given.to_owned(), own.clone());
        (sources, theirs != Some(own))
    }

    /// The quick way where it goes; otherwise as much as compiles.
    fn compiled<'a>(
        &self,
        desk: &mut Desk<'a>,
        chapter: &'a Chapter,
        sources: &Sources,
    ) -> Result<Result<Salvage, String>> {
        if self.prepare
            && let Some(prepared) = self.workshop.prepared(chapter)?
            && desk.compile_together(&[Part { chapter, sources: sources.clone(), prepared }])?.is_ok()
        {
            return Ok(Ok(Salvage::default()));
        }
        salvage::compile(desk, chapter, sources, &self.stubs(chapter))
    }

    /// The course's own stubs; none in a checkout whose exercises are the submission.
    fn stubs(&self, chapter: &Chapter) -> Sources {
        let folder = self.course.root.join("exercises").join(&chapter.name).join("src");
        read_sources(&folder).unwrap_or_default()
    }
}

/// Added to errors of a chapter whose `given.rs` is not the course's.
const GIVEN_CHANGED: &str =
    "\n`given.rs` has been changed. It is always the course's own: move what you have added to another file";

/// One outcome for every test of a chapter.
fn all_tests(chapter: &Chapter, status: Status, reason: &str) -> ChapterMarks {
    let tests = chapter.tests().map(|(task, test)| TestMarks::new(task.number, test, status, reason.to_owned()));
    ChapterMarks::new(chapter, Compiled::No, tests.collect())
}

fn outcome(desk: &mut Desk, salvage: &Salvage, test: &Test, limit: Duration) -> Result<Outcome> {
    let (module, _) = test.name.split_once("::").unwrap_or_default();
    if let Some(reason) = salvage.tests.get(module) {
        return Ok(Outcome { status: Status::NotCompiled, message: reason.clone() });
    }
    let outcome = examine::examine(desk, test, limit)?;
    let put_aside = (outcome.status == Status::Todo).then(|| salvage.reason(&outcome.message)).flatten();
    Ok(put_aside.map_or(outcome, |message| Outcome { status: Status::NotCompiled, message }))
}
