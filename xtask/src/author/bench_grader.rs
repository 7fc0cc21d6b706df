//! `cargo xtask bench-grader`: the speed of the grader compared with the naive way, and its memory.
//!
//! The naive way to grade a class is a copy of the workspace and `cargo test` for each submission. Both ways grade the
//! same kind of submissions in one run: machines differ, and one machine differs from minute to minute, so only the
//! ratio is worth keeping.

mod synthetic_class;

use super::handout;
use crate::cargo::{self, cargo};
use crate::course::Course;
use crate::exit;
use crate::files::copy_folder;
use crate::parallel;
use anyhow::{Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Submissions in which every chapter is new
    #[arg(long, value_name = "N", default_value_t = 60)]
    submissions: usize,
    /// How many of them are also graded the naive way
    #[arg(long, value_name = "N", default_value_t = 4)]
    naive: usize,
    /// Sizes of classes in which one chapter of each submission is new
    #[arg(long, value_name = "N,N", value_delimiter = ',', default_values_t = [10, 100, 500])]
    sizes: Vec<usize>,
}

struct Bench<'a> {
    course: &'a Course,
    /// For everything that is written.
    folder: PathBuf,
}

/// Measures both ways and prints a table.
pub fn bench(course: &Course, arguments: &Arguments) -> Result<u8> {
    let folder = tempfile::tempdir()?;
    let bench = Bench { course, folder: folder.path().to_owned() };
    let all = course.chapters.len();
    println!("{all} chapters, {} cores; each submission differs from every other", parallel::cores());
    let class = synthetic_class::write(course, &bench.folder.join("class"), arguments.submissions.max(1), all)?;
    // Half of the naive runs first and half last, in case the speed of the machine changes in between.
    let naive = &class[..arguments.naive.clamp(1, class.len())];
    let (before, after) = naive.split_at(naive.len() / 2);
    let first = bench.naive(before)?;
    let every = bench.graded(&class)?;
    let mut weekly = vec![];
    for &size in &arguments.sizes {
        let class = synthetic_class::write(course, &bench.folder.join(format!("weekly-{size}")), size.max(1), 1)?;
        weekly.push((size.max(1), bench.graded(&class)?));
    }
    let each = (first + bench.naive(after)?).as_secs_f64() / naive.len() as f64;
    println!("{:<34}{:>12}{:>12}{:>8}{:>12}", "", "submissions", "a minute", "ratio", "memory");
    println!("{:<34}{:>12}{:>12.1}{:>8}", "cargo test, a workspace for each", naive.len(), 60.0 / each, 1);
    let every = ("grade, every chapter new", (class.len(), every));
    for (what, (size, (time, memory))) in
        std::iter::once(every).chain(weekly.into_iter().map(|it| ("grade, one chapter new", it)))
    {
        let rate = size as f64 / time.as_secs_f64();
        println!("{what:<34}{size:>12}{:>12.1}{:>8.1}{memory:>12}", 60.0 * rate, rate * each);
    }
    Ok(exit::FULL_MARKS)
}

impl Bench<'_> {
    /// A copy of the workspace with a target folder of its own for each submission, and `cargo test` in it.
    fn naive(&self, class: &[PathBuf]) -> Result<Duration> {
        let mut time = Duration::ZERO;
        for submission in class {
            let copy = tempfile::tempdir_in(&self.folder)?;
            handout::write(self.course, copy.path())?;
            let started = Instant::now();
            for chapter in &self.course.chapters {
                let src = Path::new("exercises").join(&chapter.name).join("src");
                copy_folder(&submission.join(&src), &copy.path().join(&src), |_| true)?;
            }
            let mut command = cargo(copy.path());
            command
                .args(["test", "--quiet", "--offline", "--no-fail-fast"])
                .env("CARGO_TARGET_DIR", copy.path().join("target"))
                .stdout(Stdio::null())
                .stderr(Stdio::null());
            cargo::run(&mut command)?;
            time += started.elapsed();
        }
        Ok(time)
    }

    /// The time that `cargo xtask grade` takes with the best sandbox of this machine, and its peak memory.
    fn graded(&self, class: &[PathBuf]) -> Result<(Duration, String)> {
        let out = tempfile::tempdir_in(&self.folder)?;
        let started = Instant::now();
        let mut grader = Command::new(std::env::current_exe()?)
            .arg("grade")
            .args(class)
            .arg("--out")
            .arg(out.path().join("results"))
            .current_dir(&self.course.root)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let mut memory = "unknown on this system".to_owned();
        let status = loop {
            if let Some(status) = grader.try_wait()? {
                break status;
            }
            let text = fs::read_to_string(format!("/proc/{}/status", grader.id())).unwrap_or_default();
            if let Some(most) = text.lines().find_map(|line| line.strip_prefix("VmHWM:")) {
                memory = most.trim().to_owned();
            }
            thread::sleep(Duration::from_millis(20));
        };
        match status.code() {
            Some(0 | 1) => Ok((started.elapsed(), memory)),
            _ => bail!("the grader failed: `cargo xtask grade` says why"),
        }
    }
}
