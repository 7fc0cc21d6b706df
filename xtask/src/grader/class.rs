//! Grades many submissions in parallel. A run can be stopped at any moment and resumed.

use super::grade::Grader;
use super::marks::{GraderVersion, Marks};
use super::results::{Graded, Results};
use super::submission::SubmissionPath;
use crate::exit::Usage;
use anyhow::{Result, bail};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::str::FromStr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

/// One machine's share of a class: every `of`-th submission, starting with the `number`-th.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    number: usize,
    of: usize,
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.split_once('/').and_then(|(number, of)| Some((number.parse().ok()?, of.parse().ok()?)));
        match parts {
            Some((number, of)) if (1..=of).contains(&number) => Ok(Self { number, of }),
            _ => Err("a share is written K/N, such as 1/3, 2/3, 3/3 for three machines".into()),
        }
    }
}

impl Shard {
    pub fn select(self, paths: Vec<SubmissionPath>) -> Vec<SubmissionPath> {
        paths.into_iter().skip(self.number - 1).step_by(self.of).collect()
    }
}

/// Grades `jobs` submissions at once and passes on the marks in the order of the submissions.
///
/// With `results`, marks are written as soon as they are known; if the flag beside it is set, marks that are there are
/// kept.
pub fn run(
    grader: &Grader,
    version: &GraderVersion,
    paths: &[SubmissionPath],
    jobs: usize,
    results: Option<(&Results, bool)>,
    mut each: impl FnMut(&Marks) -> Result<()>,
) -> Result<()> {
    let bar = progress(paths.len());
    let next = AtomicUsize::new(0);
    // With fewer submissions than threads, the chapters of a submission are graded in parallel too.
    let jobs_each = jobs.div_ceil(paths.len().max(1));
    let (send, receive) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..jobs.min(paths.len()) {
            let (send, next) = (send.clone(), &next);
            scope.spawn(move || {
                loop {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    let Some(path) = paths.get(place) else { break };
                    let graded = one(grader, version, path, jobs_each, results);
                    // The receiver is gone if writing failed.
                    if send.send((place, graded)).is_err() {
                        break;
                    }
                }
            });
        }
        drop(send);
        let mut early = BTreeMap::new();
        let mut expected = 0;
        for (place, graded) in receive {
            bar.inc(1);
            early.insert(place, graded);
            while let Some(graded) = early.remove(&expected) {
                each(&graded?)?;
                expected += 1;
            }
        }
        bar.finish_and_clear();
        Ok(())
    })
}

fn one(
    grader: &Grader,
    version: &GraderVersion,
    path: &SubmissionPath,
    jobs: usize,
    results: Option<(&Results, bool)>,
) -> Result<Marks> {
    let before = results.filter(|(_, resume)| *resume).and_then(|(it, _)| it.get(path, version, &grader.chapters));
    let marks = match before {
        Some(Graded { marks, .. }) if marks.infra().is_none() => return Ok(marks),
        Some(before) => grader.open_and_mark(path, jobs).or_before(before.marks),
        None => grader.open_and_mark(path, jobs),
    };
    let Some((results, _)) = results else { return Ok(marks) };
    let chapters = grader.chapters.iter().map(|chapter| chapter.name.clone()).collect();
    let graded = Graded { version: version.clone(), chapters, marks };
    results.put(&graded)?;
    Ok(graded.marks)
}

fn progress(submissions: usize) -> ProgressBar {
    let wanted = submissions > 2 && std::io::stderr().is_terminal();
    let target = if wanted { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let style =
        ProgressStyle::with_template("{bar:30} {pos} of {len} graded, about {eta} left").expect("a fixed template");
    ProgressBar::with_draw_target(Some(submissions as u64), target).with_style(style)
}

/// Joins the results of several machines. A submission that two of them graded must have the same marks in both.
pub fn merge(from: &[Results], into: &Results) -> Result<(GraderVersion, Vec<String>)> {
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    let mut common: Option<(GraderVersion, Vec<String>)> = None;
    into.put_others(from.iter().flat_map(Results::others).collect())?;
    for results in from {
        results.each(|graded| {
            let (version, chapters) = common.get_or_insert_with(|| (graded.version.clone(), graded.chapters.clone()));
            if *version != graded.version || *chapters != graded.chapters {
                bail!(Usage(format!(
                    "`{}` was graded by another version of the course or for other chapters: grade all shards alike",
                    graded.marks.id
                )));
            }
            if let Some(points) = graded.marks.graded()
                && let Some(score) = seen.insert(graded.marks.id.clone(), points)
                && score != points
            {
                bail!(Usage(format!(
                    "`{}` has {score} points in one folder and {} in another",
                    graded.marks.id, graded.marks.score
                )));
            }
            into.put(&graded)
        })?;
    }
    common.ok_or_else(|| Usage("there are no results in these folders".into()).into())
}
