//! `cargo xtask verify`: the course held against its own rules.
//!
//! Three ways for every task: the stub fails each test by its `todo!`, the reference passes, and each known mistake is
//! caught with the message that explains it. Besides, other right answers pass, and stub and solution do not drift
//! apart.

mod drift;
pub mod rules;
pub mod runs;

use crate::course::{Chapter, Course, Place};
use crate::exit;
use crate::parallel;
use crate::workshop::Workshop;
use anyhow::{Result, bail};
use runs::Run;

/// Something that is off, where, and how to mend it.
#[derive(Debug)]
pub struct Problem {
    /// The file and the line.
    pub place: String,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub fix: String,
}

impl Problem {
    fn new(place: impl ToString, what: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { place: place.to_string(), what: what.into(), fix: fix.into() }
    }

    fn at(file: impl Into<std::path::PathBuf>, line: usize, what: impl Into<String>, fix: impl Into<String>) -> Self {
        Self::new(Place { file: file.into(), line }, what, fix)
    }
}

/// Checks these chapters; prints a line for each, and for each problem the place, what is wrong, and the fix.
pub fn verify(course: &Course, workshop: &Workshop, chapters: &[&Chapter], jobs: usize) -> Result<u8> {
    if !course.root.join("solutions").is_dir() {
        bail!(exit::Usage("this checkout has no solutions/: only the full course can be verified".into()));
    }
    let mut runs = vec![];
    for chapter in chapters {
        runs.extend(runs::all(course, chapter)?);
    }
    let counted: Vec<(String, &'static str)> = runs.iter().map(|run| (run.chapter.name.clone(), run.kind())).collect();
    let results = parallel::map(jobs, runs, |run: Run| run.check(workshop));
    let results = results.into_iter().collect::<Result<Vec<_>>>()?;
    let mut problems = vec![];
    for chapter in chapters {
        let static_problems = rules::check(course, chapter)?;
        let mut line = vec![format!("{} tasks, {} tests", chapter.tasks.len(), chapter.tests().count())];
        for kind in runs::KINDS {
            let of_kind = counted.iter().zip(&results).filter(|((name, of), _)| *name == chapter.name && *of == kind);
            let (count, good) =
                of_kind.fold((0, 0), |(count, good), (_, found)| (count + 1, good + usize::from(found.is_empty())));
            line.push(format!("{kind} {good}/{count}"));
        }
        let good = if static_problems.is_empty() { "kept" } else { "BROKEN" };
        println!("{}: {}, rules {good}", chapter.name, line.join(", "));
        problems.extend(static_problems);
    }
    problems.extend(results.into_iter().flatten());
    for Problem { place, what, fix } in &problems {
        println!("\n{place}: {what}\n    fix: {fix}");
    }
    match problems.len() {
        0 => Ok(exit::FULL_MARKS),
        1 => bail!("1 problem in the course"),
        n => bail!("{n} problems in the course"),
    }
}
