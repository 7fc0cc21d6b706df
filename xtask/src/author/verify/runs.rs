//! Rules that can only be checked by running: how the tests must end for each version of a chapter.

use super::problem::Problem;
use crate::course::{Chapter, Course, RightAnswer, Sources, Test, overlay};
use crate::grader::build::{Builder, ChapterBuild, Diagnostic};
use crate::grader::marks::Status;
use crate::grader::run_test::{TestResult, run_test};
use crate::grader::submission::read_sources;
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::time::Duration;

/// The kinds of versions, in the order of the report.
pub const KINDS: [&str; 3] = ["stubs", "reference", "right answers"];

/// How long one test may take.
const LIMIT: Duration = Duration::from_secs(10);

/// One version of a chapter.
pub struct Run<'a> {
    pub chapter: &'a Chapter,
    sources: Sources,
    version: Version,
}

enum Version {
    Stub,
    Reference,
    Right(RightAnswer),
}

/// All versions of a chapter.
pub fn all<'a>(course: &Course, chapter: &'a Chapter) -> Result<Vec<Run<'a>>> {
    let read = |folder: &str| read_sources(&course.root.join(folder).join(&chapter.name).join("src"));
    let (stubs, reference) = (read("exercises")?, read("solutions")?);
    let run = |sources, version| Run { chapter, sources, version };
    let mut runs = vec![run(stubs, Version::Stub), run(reference.clone(), Version::Reference)];
    for right in chapter.right_answers(course)? {
        let sources = overlay(&reference, &right.code).with_context(|| right.location.to_string())?;
        runs.push(run(sources, Version::Right(right)));
    }
    Ok(runs)
}

impl Run<'_> {
    /// Which of [`KINDS`] it is.
    pub fn kind(&self) -> &'static str {
        match self.version {
            Version::Stub => KINDS[0],
            Version::Reference => KINDS[1],
            Version::Right(_) => KINDS[2],
        }
    }

    /// Compiles this version and runs the tests.
    pub fn check(&self, builder: &Builder) -> Result<Vec<Problem>> {
        let shown = if matches!(self.version, Version::Stub) { "exercises" } else { "solutions" };
        let mut build = ChapterBuild::new(builder, self.chapter, shown)?;
        let warnings = match build.compile_library_with_warnings(&self.sources)? {
            Ok(warnings) => warnings,
            Err(error) => return Ok(vec![self.does_not_compile(&error.first())]),
        };
        // Only a test program can list its tests, which the reference's has to.
        let linked = !matches!(self.version, Version::Reference) && build.link_prebuilt_tests()?;
        if !linked && let Err(error) = build.compile_tests(&[])? {
            return Ok(vec![self.does_not_compile(&error.first())]);
        }
        match &self.version {
            Version::Stub => self.stub(&mut build, &warnings),
            Version::Reference => self.reference(&mut build),
            Version::Right(right) => self.right(&mut build, right),
        }
    }

    fn does_not_compile(&self, error: &str) -> Problem {
        Problem::new(self.location(), error, "make it compile")
    }

    fn location(&self) -> String {
        match &self.version {
            Version::Stub => format!("exercises/{}", self.chapter.name),
            Version::Reference => format!("solutions/{}", self.chapter.name),
            Version::Right(right) => right.location.to_string(),
        }
    }

    fn results(&self, build: &mut ChapterBuild) -> Result<Vec<(&Test, TestResult)>> {
        self.chapter.tests().map(|(_, test)| Ok((test, run_test(build, test, LIMIT)?))).collect()
    }

    fn stub(&self, build: &mut ChapterBuild, warnings: &[Diagnostic]) -> Result<Vec<Problem>> {
        let mut problems = vec![];
        for warning in warnings {
            let (file, line) = warning.location.clone().unwrap_or((self.location(), 1));
            let what = format!("the stub has a warning: {}", warning.rendered.lines().next().unwrap_or_default());
            let fix = "a `todo!` that names every argument leaves none unused; the solution may add imports, the stub need not have them";
            problems.push(Problem::at(PathBuf::from(file), line, what, fix));
        }
        for (test, result) in self.results(build)? {
            if result.status != Status::Todo {
                let what = format!("on the stub this test ends as {:?}, not by the stub's `todo!`", result.status);
                problems.push(Problem::new(
                    &test.location,
                    what,
                    "call the function of the task before anything else can fail, and check its result",
                ));
            }
        }
        Ok(problems)
    }

    fn reference(&self, build: &mut ChapterBuild) -> Result<Vec<Problem>> {
        let mut problems = all_pass(self.results(build)?, "correct the solution, or the test");
        let listed = build.list_tests(LIMIT)?;
        for name in listed {
            if !self.chapter.tests().any(|(_, test)| test.name == name) {
                let file = format!("exercises/{}/tests/grade/main.rs", self.chapter.name);
                let what = format!("the test `{name}` is not graded");
                problems.push(Problem::at(
                    file,
                    1,
                    what,
                    "put the test into the file of its task, not into a module inside it",
                ));
            }
        }
        Ok(problems)
    }

    fn right(&self, build: &mut ChapterBuild, right: &RightAnswer) -> Result<Vec<Problem>> {
        let fix = format!("this answer is right ({}): the test must accept it", right.location);
        Ok(all_pass(self.results(build)?, &fix))
    }
}

fn all_pass(results: Vec<(&Test, TestResult)>, fix: &str) -> Vec<Problem> {
    let lost = results.into_iter().filter(|(_, result)| result.status != Status::Passed);
    lost.map(|(test, result)| Problem::new(&test.location, format!("{:?}\n{}", result.status, result.message), fix))
        .collect()
}
