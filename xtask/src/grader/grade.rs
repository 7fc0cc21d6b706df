//! Grades one submission.

use super::build::{Builder, ChapterBuild};
use super::cache::Cache;
use super::marks::{ChapterMarks, Compiled, Marks, Status, TestMarks, Unexplained};
use super::partial_credit::{self, LeftOut};
use super::run_test::{TestResult, run_test};
use super::submission::{Submission, SubmissionPath, read_sources};
use crate::course::{Chapter, Course, Sources, Task, Test};
use crate::parallel;
use anyhow::{Context, Result, anyhow, bail};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::Duration;

pub struct Grader<'a> {
    pub course: &'a Course,
    pub builder: &'a Builder,
    /// The chapters to grade.
    pub chapters: Vec<&'a Chapter>,
    /// Marks from before; without a cache, everything is graded anew.
    pub cache: Option<Cache>,
    /// How long one test may take.
    pub limit: Duration,
    /// Whether to compile the tests once for all submissions. Only tests of the tools do not.
    pub prebuild_tests: bool,
}

/// How much of a student's code the class page shows, in bytes.
const LONGEST_CODE: usize = 2000;

/// Added to errors of a chapter whose `given.rs` is not the course's.
const GIVEN_CHANGED: &str =
    "\n`given.rs` has been changed. It is always the course's own: move what you have added to another file";

impl Grader<'_> {
    /// Opens and grades a submission. A chapter on which the grader fails has the status `infra`; the others keep their
    /// marks.
    pub fn open_and_mark(&self, path: &SubmissionPath, jobs: usize) -> Marks {
        let submission = caught(|| Submission::open_for(self.course, &self.chapters, path));
        if let Ok(submission) = &submission {
            // What fails here fails again below, in its chapter.
            let _ = caught(|| self.prebuild_all_tests(submission));
        }
        let chapters = parallel::map(jobs, self.chapters.clone(), |chapter: &Chapter| {
            let marks = match &submission {
                Ok(submission) => caught(|| self.chapter_marks(submission, chapter)),
                Err(error) => Err(anyhow!("{error:#}")),
            };
            marks.unwrap_or_else(|error| {
                let reason = format!("the grader failed, {} has no marks yet: {error:#}", chapter.name);
                ChapterMarks::all(chapter, Status::Infra, &reason)
            })
        });
        Marks::new(path.id.clone(), self.builder.sandbox.protection.to_string(), chapters)
    }

    /// Grades `jobs` chapters at once. Fails if the grader does on one of them.
    pub fn marks(&self, submission: &Submission, jobs: usize) -> Result<Marks> {
        self.prebuild_all_tests(submission)?;
        let chapters =
            parallel::map(jobs, self.chapters.clone(), |chapter: &Chapter| self.chapter_marks(submission, chapter));
        let chapters = chapters.into_iter().collect::<Result<_>>()?;
        Ok(Marks::new(submission.id.clone(), self.builder.sandbox.protection.to_string(), chapters))
    }

    /// Builds the tests of several chapters at once. Left to [`Self::chapter_marks`], all threads would wait for one
    /// chapter after the other.
    fn prebuild_all_tests(&self, submission: &Submission) -> Result<()> {
        if !self.prebuild_tests {
            return Ok(());
        }
        let is_new =
            |chapter: &&&Chapter| submission.sources(chapter).is_ok_and(|it| self.cached(chapter, it).is_none());
        let new: Vec<&Chapter> = self.chapters.iter().filter(is_new).copied().collect();
        let built = parallel::map(parallel::cores(), new, |chapter| self.builder.prebuilt_tests(chapter).map(drop));
        built.into_iter().collect()
    }

    fn cached(&self, chapter: &Chapter, sources: &Sources) -> Option<ChapterMarks> {
        let cache = self.cache.as_ref()?;
        cache.get(&cache.key(chapter, sources))
    }

    fn chapter_marks(&self, submission: &Submission, chapter: &Chapter) -> Result<ChapterMarks> {
        let sources = match submission.sources(chapter) {
            Ok(sources) => sources,
            Err(reason) => return Ok(ChapterMarks::not_handed_in(chapter, &reason)),
        };
        let Some(cache) = self.cache.as_ref().filter(|_| !submission.is_reference()) else {
            return self.compile_and_test(submission, chapter, sources);
        };
        if let Some(marks) = self.cached(chapter, sources) {
            return Ok(marks);
        }
        let marks = self.compile_and_test(submission, chapter, sources)?;
        cache.put(&cache.key(chapter, sources), &marks)?;
        Ok(marks)
    }

    fn compile_and_test(&self, submission: &Submission, chapter: &Chapter, sources: &Sources) -> Result<ChapterMarks> {
        let mut build = ChapterBuild::new(self.builder, chapter, submission.folder)?;
        let (sources, given_changed) = self.with_course_given(chapter, sources);
        let left_out = match self.compile(&mut build, chapter, &sources)? {
            Ok(left_out) => left_out,
            Err(reason) if submission.is_reference() => bail!("the reference is broken: {reason}"),
            Err(reason) => {
                let hint = if given_changed { GIVEN_CHANGED } else { "" };
                return Ok(ChapterMarks::all(chapter, Status::NotCompiled, &(reason + hint)));
            }
        };
        if submission.is_reference() && !left_out.is_empty() {
            bail!("the reference of {} does not compile; `cargo test -p {0}-solution` says why", chapter.name);
        }
        let mut tests: Vec<TestMarks> = vec![];
        for (task, test) in chapter.tests() {
            let result = test_result(&mut build, &left_out, test, self.limit);
            let TestResult { status, message, unexplained } =
                result.with_context(|| format!("failed to run {}", test.name))?;
            let told = tests.iter().any(|marks| marks.task == task.number && marks.unexplained.is_some());
            let mut marks = TestMarks::new(task.number, test, status, message);
            if let Some(answers) = unexplained.filter(|_| !told) {
                let code = functions_of(&mut build, task, &sources)?;
                marks.unexplained = Some(Unexplained { answers, code });
            }
            tests.push(marks);
        }
        let compiled = if left_out.is_empty() { Compiled::Full } else { Compiled::Partial };
        Ok(ChapterMarks::new(chapter, compiled, tests))
    }

    /// The sources with the course's own `given.rs`: a network that is already trained would pass any test of training.
    /// The second result says whether the submission's was different.
    fn with_course_given(&self, chapter: &Chapter, sources: &Sources) -> (Sources, bool) {
        let (mut sources, given) = (sources.clone(), Path::new("given.rs"));
        let Some(own) = self.stubs(chapter).remove(given) else { return (sources, false) };
        let theirs = sources.insert(given.to_owned(), own.clone());
        (sources, theirs != Some(own))
    }

    /// Compiles as much as possible: the library, then the tests, which are linked if they are prebuilt and fit.
    fn compile(
        &self,
        build: &mut ChapterBuild,
        chapter: &Chapter,
        sources: &Sources,
    ) -> Result<Result<LeftOut, String>> {
        let mut left_out = match partial_credit::compile_library(build, chapter, sources, &self.stubs(chapter))? {
            Ok(left_out) => left_out,
            Err(reason) => return Ok(Err(reason)),
        };
        if self.prebuild_tests && build.link_prebuilt_tests()? {
            return Ok(Ok(left_out));
        }
        Ok(partial_credit::compile_tests(build, chapter, &mut left_out)?.map(|()| left_out))
    }

    /// The course's stubs. When a student grades the checkout itself, these are the student's own files.
    fn stubs(&self, chapter: &Chapter) -> Sources {
        read_sources(&self.course.exercise_sources(chapter)).unwrap_or_default()
    }
}

/// Does the work for one chapter of one submission. A panic in it is an error of this one: it must not end the others'
/// run.
fn caught<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        let words = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
        Err(anyhow!("it panicked: {}", words.unwrap_or("for an unknown reason")))
    })
}

/// What the student wrote for a task, as far as an instructor reads.
fn functions_of(build: &mut ChapterBuild, task: &Task, sources: &Sources) -> Result<String> {
    let mut texts = vec![];
    for text in sources.values().filter(|text| task.functions.iter().any(|stub| text.contains(&stub.name))) {
        let found = build.outline(text)?.unwrap_or_default().functions;
        let of_task = found.into_iter().filter(|function| task.functions.iter().any(|stub| stub.name == function.name));
        texts.extend(of_task.filter_map(|function| text.get(function.range).map(str::to_owned)));
    }
    let code = texts.join("\n\n");
    Ok(code[..code.floor_char_boundary(LONGEST_CODE)].to_owned())
}

/// Runs a test, unless it or the function that it calls was left out.
pub fn test_result(build: &mut ChapterBuild, left_out: &LeftOut, test: &Test, limit: Duration) -> Result<TestResult> {
    let (module, _) = test.name.split_once("::").unwrap_or_default();
    if let Some(reason) = left_out.tests.get(module) {
        return Ok(TestResult::new(Status::NotCompiled, reason.clone()));
    }
    let result = run_test(build, test, limit)?;
    let not_compiled = (result.status == Status::Todo).then(|| left_out.reason(&result.message)).flatten();
    Ok(not_compiled.map_or(result, |message| TestResult::new(Status::NotCompiled, message)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parallel;

    #[test]
    fn a_panic_is_an_error_of_its_own_submission() {
        let error = caught(|| -> Result<()> { panic!("end of range should be a {}", "character boundary") });
        assert_eq!(error.unwrap_err().to_string(), "it panicked: end of range should be a character boundary");
        let in_a_chapter = caught(|| Ok(parallel::map(2, vec![1, 0, 2], |number: i32| 10 / number)));
        assert!(in_a_chapter.is_err());
        assert_eq!(caught(|| Ok(1)).unwrap(), 1);
    }
}
