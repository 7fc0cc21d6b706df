//! What can only be checked by running: each version of a chapter that the course keeps, and how its tests must end.

use super::Problem;
use crate::course::{Chapter, Course, Mistake, RightAnswer, Test, overlay};
use crate::examine::{self, Outcome, Status};
use crate::submission::{Sources, read_sources};
use crate::workshop::{Desk, Diagnostic, Workshop};
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::time::Duration;

/// The kinds of runs, in the order in which they are reported.
pub const KINDS: [&str; 4] = ["stubs", "reference", "mistakes", "right answers"];

/// How long a test may take here: none should come near it.
const LIMIT: Duration = Duration::from_secs(10);

/// One version of a chapter.
pub struct Run<'a> {
    /// The chapter.
    pub chapter: &'a Chapter,
    sources: Sources,
    version: Version,
}

enum Version {
    Stub,
    Reference,
    Mistake(Mistake),
    Right(RightAnswer),
}

/// All versions of a chapter.
pub fn all<'a>(course: &Course, chapter: &'a Chapter) -> Result<Vec<Run<'a>>> {
    let read = |folder: &str| read_sources(&course.root.join(folder).join(&chapter.name).join("src"));
    let (stubs, reference) = (read("exercises")?, read("solutions")?);
    let run = |sources, version| Run { chapter, sources, version };
    let mut runs = vec![run(stubs, Version::Stub), run(reference.clone(), Version::Reference)];
    for mistake in chapter.mistakes(course)? {
        let sources = overlay(&reference, &mistake.code).with_context(|| mistake.place.to_string())?;
        runs.push(run(sources, Version::Mistake(mistake)));
    }
    for right in chapter.right_answers(course)? {
        let sources = overlay(&reference, &right.code).with_context(|| right.place.to_string())?;
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
            Version::Mistake(_) => KINDS[2],
            Version::Right(_) => KINDS[3],
        }
    }

    /// Compiles this version and runs the tests; returns what is off.
    pub fn check(&self, workshop: &Workshop) -> Result<Vec<Problem>> {
        let shown = if matches!(self.version, Version::Stub) { "exercises" } else { "solutions" };
        let mut desk = workshop.desk(self.chapter, shown)?;
        let warnings = match desk.compile_library(&self.sources)? {
            Ok(warnings) => warnings,
            Err(refusal) => return Ok(vec![self.does_not_compile(&refusal.first())]),
        };
        if let Err(refusal) = desk.compile_tests(&[])? {
            return Ok(vec![self.does_not_compile(&refusal.first())]);
        }
        match &self.version {
            Version::Stub => self.stub(&mut desk, &warnings),
            Version::Reference => self.reference(&mut desk),
            Version::Mistake(mistake) => self.mistake(&mut desk, mistake),
            Version::Right(right) => self.right(&mut desk, right),
        }
    }

    fn does_not_compile(&self, error: &str) -> Problem {
        Problem::new(self.place(), error, "make it compile")
    }

    fn place(&self) -> String {
        match &self.version {
            Version::Stub => format!("exercises/{}", self.chapter.name),
            Version::Reference => format!("solutions/{}", self.chapter.name),
            Version::Mistake(mistake) => mistake.place.to_string(),
            Version::Right(right) => right.place.to_string(),
        }
    }

    fn outcomes(&self, desk: &mut Desk) -> Result<Vec<(&Test, Outcome)>> {
        self.chapter.tests().map(|(_, test)| Ok((test, examine::examine(desk, test, LIMIT)?))).collect()
    }

    fn stub(&self, desk: &mut Desk, warnings: &[Diagnostic]) -> Result<Vec<Problem>> {
        let mut problems = vec![];
        for warning in warnings {
            let (file, line) = warning.place.clone().unwrap_or((self.place(), 1));
            let what = format!("the stub has a warning: {}", warning.rendered.lines().next().unwrap_or_default());
            let fix = "a `todo!` that names every argument leaves none unused; the solution may add imports, the stub need not have them";
            problems.push(Problem::at(PathBuf::from(file), line, what, fix));
        }
        for (test, outcome) in self.outcomes(desk)? {
            if outcome.status != Status::Todo {
                let what = format!("on the stub this test ends as {:?}, not by the stub's `todo!`", outcome.status);
                problems.push(Problem::new(
                    &test.place,
                    what,
                    "call the function of the task before anything else can fail, and check its result",
                ));
            }
        }
        Ok(problems)
    }

    fn reference(&self, desk: &mut Desk) -> Result<Vec<Problem>> {
        let mut problems = all_pass(self.outcomes(desk)?, "correct the solution, or the test");
        let listed = desk.list_tests(LIMIT)?;
        for name in listed {
            if !self.chapter.tests().any(|(_, test)| test.name == name) {
                let place = format!("exercises/{}/tests/grade/main.rs", self.chapter.name);
                let what = format!("the test `{name}` is not graded");
                problems.push(Problem::at(
                    place,
                    1,
                    what,
                    "a test stands in the file of its task, not in a module inside it",
                ));
            }
        }
        Ok(problems)
    }

    /// A mistake must cost a mark in its own task, and the first message that a student reads must explain it: cargo shows them
    /// in the order of the tests' names.
    fn mistake(&self, desk: &mut Desk, mistake: &Mistake) -> Result<Vec<Problem>> {
        let task = self.chapter.tasks.iter().find(|task| task.number == mistake.task);
        let mut tests: Vec<&Test> = task.into_iter().flat_map(|task| &task.tests).collect();
        tests.sort_by_key(|test| &test.name);
        let mut headlines = vec![];
        for test in tests {
            let outcome = examine::examine(desk, test, LIMIT)?;
            if outcome.status != Status::Passed {
                headlines.push(outcome.message.lines().next().unwrap_or_default().to_owned());
            }
        }
        Ok(if headlines.is_empty() {
            let fix =
                format!("add a test to task {} in which it gives another result than the reference", mistake.task);
            vec![Problem::new(self.place(), format!("no test catches this mistake: {}", mistake.explanation), fix)]
        } else if !headlines.iter().any(|headline| headline.contains(&mistake.says)) {
            let what = format!(
                "the mistake is caught, but no message says “{}”; they say\n    {}",
                mistake.says,
                headlines.join("\n    ")
            );
            vec![Problem::new(
                self.place(),
                what,
                "name it with `.mistake(wrong value, \"…\")` in the test, or correct the line `//! Says:`",
            )]
        } else if !headlines[0].contains(&mistake.says) {
            let what = format!("a student reads “{}” first, and “{}” only further down", headlines[0], mistake.says);
            let fix = "name the mistake in the first test that it fails too, or give the test that names it a name that \
                       comes first in the alphabet";
            vec![Problem::new(self.place(), what, fix)]
        } else {
            vec![]
        })
    }

    fn right(&self, desk: &mut Desk, right: &RightAnswer) -> Result<Vec<Problem>> {
        let fix = format!("this answer is right ({}): the test must accept it", right.place);
        Ok(all_pass(self.outcomes(desk)?, &fix))
    }
}

fn all_pass(outcomes: Vec<(&Test, Outcome)>, fix: &str) -> Vec<Problem> {
    let lost = outcomes.into_iter().filter(|(_, outcome)| outcome.status != Status::Passed);
    lost.map(|(test, outcome)| Problem::new(&test.place, format!("{:?}\n{}", outcome.status, outcome.message), fix))
        .collect()
}
