//! `cargo xtask grade`: submissions in, marks out.

use crate::course::{Chapter, Course, Test};
use crate::examine::{self, Outcome, Status};
use crate::parallel;
use crate::report::{ChapterMarks, Compiled, Kit, Marks, Report, TestMarks};
use crate::salvage::{self, PUT_ASIDE, Salvage};
use crate::submission::{Sources, Submission, read_sources};
use crate::workshop::{Desk, Workshop};
use anyhow::{Context, Result, bail};
use std::time::Duration;

/// How to grade.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// How many things are done at once.
    pub jobs: usize,
    /// How long one test may take.
    pub limit: Duration,
}

/// The marks of all submissions.
pub fn grade(
    course: &Course,
    workshop: &Workshop,
    chapters: &[&Chapter],
    submissions: &[Submission],
    options: Options,
) -> Result<Report> {
    let stubs = chapters.iter().map(|chapter| stubs(course, chapter)).collect::<Result<Vec<_>>>()?;
    let pieces = submissions.iter().flat_map(|submission| chapters.iter().zip(&stubs).map(move |it| (submission, it)));
    let marked = parallel::map(options.jobs, pieces.collect(), |(submission, (chapter, stubs))| {
        chapter_marks(workshop, chapter, submission, stubs, options.limit)
    });
    let mut marked = marked.into_iter();
    let mut report = Report { kit: Kit::new(workshop), submissions: vec![] };
    for submission in submissions {
        let chapters = marked.by_ref().take(chapters.len()).collect::<Result<Vec<_>>>()?;
        report.submissions.push(Marks::new(submission.id.clone(), workshop.sandbox.tier.to_string(), chapters));
    }
    Ok(report)
}

fn stubs(course: &Course, chapter: &Chapter) -> Result<Sources> {
    let folder = course.root.join("exercises").join(&chapter.name).join("src");
    read_sources(&folder).or_else(|_| Ok(Sources::new()))
}

fn chapter_marks(
    workshop: &Workshop,
    chapter: &Chapter,
    submission: &Submission,
    stubs: &Sources,
    limit: Duration,
) -> Result<ChapterMarks> {
    let not_compiled = |reason: String| {
        let test = |_: &Test| Ok(Outcome { status: Status::NotCompiled, message: reason.clone() });
        marks(chapter, Compiled::No, test)
    };
    let sources = match submission.sources(chapter) {
        Ok(sources) => sources,
        Err(reason) => return not_compiled(reason),
    };
    let mut desk = workshop.desk(chapter, submission.folder)?;
    let salvage = match salvage::compile(&mut desk, chapter, sources, stubs)? {
        Ok(salvage) => salvage,
        Err(reason) if submission.is_reference() => bail!("the reference is broken: {reason}"),
        Err(reason) => return not_compiled(reason),
    };
    if submission.is_reference() && !salvage.nothing_lost() {
        bail!("the reference of {} does not compile; `cargo test -p {0}-solution` says why", chapter.name);
    }
    let compiled = if salvage.nothing_lost() { Compiled::Full } else { Compiled::Partial };
    marks(chapter, compiled, |test| {
        test_outcome(&mut desk, &salvage, test, limit).with_context(|| format!("failed to run {}", test.name))
    })
}

fn test_outcome(desk: &mut Desk, salvage: &Salvage, test: &Test, limit: Duration) -> Result<Outcome> {
    let (module, _) = test.name.split_once("::").unwrap_or_default();
    if let Some(reason) = salvage.tests.get(module) {
        return Ok(Outcome { status: Status::NotCompiled, message: reason.clone() });
    }
    let outcome = examine::examine(desk, test, limit)?;
    if outcome.status != Status::Todo || !outcome.message.contains(PUT_ASIDE) {
        return Ok(outcome);
    }
    let lost: Vec<String> = salvage.functions.iter().map(|(name, error)| format!("`{name}`:\n{error}")).collect();
    let message = format!("this test needs code that does not compile:\n{}", lost.join("\n\n"));
    Ok(Outcome { status: Status::NotCompiled, message })
}

fn marks(
    chapter: &Chapter,
    compiled: Compiled,
    mut outcome: impl FnMut(&Test) -> Result<Outcome>,
) -> Result<ChapterMarks> {
    let mut tests = vec![];
    for (task, test) in chapter.tests() {
        let Outcome { status, message } = outcome(test)?;
        let score = if status == Status::Passed { test.points } else { 0 };
        tests.push(TestMarks {
            name: test.name.clone(),
            task: task.number,
            score,
            max_score: test.points,
            status,
            message,
        });
    }
    Ok(ChapterMarks {
        chapter: chapter.name.clone(),
        score: tests.iter().map(|test| test.score).sum(),
        max_score: chapter.points(),
        compiled,
        tests,
    })
}
