//! `cargo xtask grade`: submissions in, marks out.

use crate::course::{Chapter, Test};
use crate::examine::{self, Outcome, Status};
use crate::parallel;
use crate::report::{ChapterMarks, Compiled, Kit, Marks, Report, TestMarks};
use crate::submission::Submission;
use crate::workshop::{Program, Refusal, Workshop};
use anyhow::{Result, bail};
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
    workshop: &Workshop,
    chapters: &[&Chapter],
    submissions: &[Submission],
    options: Options,
) -> Result<Report> {
    let submissions =
        submissions.iter().map(|submission| marks(workshop, chapters, submission, options)).collect::<Result<_>>()?;
    Ok(Report { kit: Kit { version: env!("CARGO_PKG_VERSION"), rustc: workshop.rustc_version.clone() }, submissions })
}

fn marks(workshop: &Workshop, chapters: &[&Chapter], submission: &Submission, options: Options) -> Result<Marks> {
    let compiled = parallel::map(options.jobs, chapters.to_vec(), |chapter| compile(workshop, chapter, submission));
    let compiled = compiled.into_iter().collect::<Result<Vec<_>>>()?;
    let tests = chapters
        .iter()
        .zip(&compiled)
        .flat_map(|(chapter, program)| chapter.tests().map(move |(_, test)| (program, test)));
    let outcomes = parallel::map(options.jobs, tests.collect(), |(program, test)| run(program, test, options.limit));
    let mut outcomes = outcomes.into_iter();
    let mut marked = vec![];
    for (chapter, program) in chapters.iter().zip(&compiled) {
        let mut tests = vec![];
        for (task, test) in chapter.tests() {
            let Outcome { status, message } = outcomes.next().expect("one outcome for each test")?;
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
        marked.push(ChapterMarks {
            chapter: chapter.name.clone(),
            score: tests.iter().map(|test| test.score).sum(),
            max_score: chapter.points(),
            compiled: if program.is_ok() { Compiled::Full } else { Compiled::No },
            tests,
        });
    }
    Ok(Marks {
        id: submission.id.clone(),
        score: marked.iter().map(|chapter| chapter.score).sum(),
        max_score: marked.iter().map(|chapter| chapter.max_score).sum(),
        sandbox: "off",
        chapters: marked,
    })
}

/// The chapter's test program, or the reason why there is none, for its author.
fn compile(workshop: &Workshop, chapter: &Chapter, submission: &Submission) -> Result<Result<Program, String>> {
    let sources = match submission.sources(chapter) {
        Ok(sources) => sources,
        Err(reason) => return Ok(Err(reason)),
    };
    let refusal = match workshop.compile(chapter, sources, submission.folder)? {
        Ok(program) => return Ok(Ok(program)),
        Err(refusal) => refusal,
    };
    let errors = refusal.diagnostics().iter().filter(|diagnostic| diagnostic.level == "error");
    let texts: Vec<&str> = errors.map(|error| error.rendered.trim_end()).collect();
    if submission.folder == "solutions" {
        bail!("the reference of {} does not compile:\n{}", chapter.name, texts.join("\n\n"));
    }
    let what = match refusal {
        Refusal::Library(_) => format!("{} does not compile", chapter.name),
        Refusal::Tests(_) => {
            format!("{} lacks a function that its tests call, or has one with other types", chapter.name)
        }
    };
    let first = texts.first().copied().unwrap_or("the compiler gave no reason");
    Ok(Err(format!("{what}; `cargo test -p {}` shows all errors. The first one:\n{first}", chapter.name)))
}

fn run(program: &Result<Program, String>, test: &Test, limit: Duration) -> Result<Outcome> {
    match program {
        Ok(program) => examine::examine(program, test, limit),
        Err(reason) => Ok(Outcome { status: Status::NotCompiled, message: reason.clone() }),
    }
}
