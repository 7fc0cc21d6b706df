//! `cargo xtask verify`: checks the course against its own rules.
//!
//! Each task is checked three ways: the stub fails every test by its `todo!`, the reference passes, and each known
//! mistake fails a test and is named by its own sentence. In addition, other right answers pass, and stub and solution
//! have not drifted apart.

mod drift;
pub mod mistakes;
mod problem;
pub mod rules;
pub mod runs;

pub use problem::Problem;

use crate::course::{Chapter, Course};
use crate::exit;
use crate::grader::build::Builder;
use crate::parallel;
use anyhow::{Result, bail};
use runs::Run;

/// Prints a line for each chapter, and for each problem its location and how to fix it.
pub fn verify(course: &Course, builder: &Builder, chapters: &[&Chapter], jobs: usize) -> Result<u8> {
    if !course.root.join("solutions").is_dir() {
        bail!(exit::Usage("this checkout has no solutions/: only the full course can be verified".into()));
    }
    let mut runs = vec![];
    for chapter in chapters {
        runs.extend(runs::all(course, chapter)?);
    }
    let counted: Vec<(String, &'static str)> = runs.iter().map(|run| (run.chapter.name.clone(), run.kind())).collect();
    let results = parallel::map(jobs, runs, |run: Run| run.check(builder));
    let results = results.into_iter().collect::<Result<Vec<_>>>()?;
    let mut problems = vec![];
    for chapter in chapters {
        let broken_rules = rules::check(course, chapter)?;
        let mut line = vec![format!("{} tasks, {} tests", chapter.tasks.len(), chapter.tests().count())];
        for kind in runs::KINDS {
            let of_kind = counted.iter().zip(&results).filter(|((name, of), _)| *name == chapter.name && *of == kind);
            let (count, good) =
                of_kind.fold((0, 0), |(count, good), (_, found)| (count + 1, good + usize::from(found.is_empty())));
            line.push(format!("{kind} {good}/{count}"));
        }
        let (count, lost) = mistakes::check(course, chapter)?;
        let bad: std::collections::BTreeSet<&str> = lost.iter().map(|problem| problem.location.as_str()).collect();
        line.push(format!("mistakes {}/{count}", count.saturating_sub(bad.len())));
        problems.extend(lost);
        let good = if broken_rules.is_empty() { "kept" } else { "BROKEN" };
        println!("{}: {}, rules {good}", chapter.name, line.join(", "));
        problems.extend(broken_rules);
    }
    problems.extend(results.into_iter().flatten());
    for Problem { location, what, fix } in &problems {
        println!("\n{location}: {what}\n    fix: {fix}");
    }
    match problems.len() {
        0 => Ok(exit::FULL_MARKS),
        1 => bail!("1 problem in the course"),
        n => bail!("{n} problems in the course"),
    }
}
