//! `cargo xtask bench-grader`: how much faster than the straightforward way, and how much memory.
//!
//! The straightforward way to grade a class is a copy of the workspace and `cargo test` for each submission. Both ways grade submissions of
//! the same kind in the same run, since machines differ, and one machine from minute to minute: only the ratio is worth keeping.

mod class;

use crate::course::Course;
use crate::exit;
use crate::handout;
use crate::parallel;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How many submissions are graded each way.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// How many submissions with every chapter new the grader grades
    #[arg(long, value_name = "N", default_value_t = 60)]
    submissions: usize,
    /// How many of them are graded the straightforward way
    #[arg(long, value_name = "N", default_value_t = 4)]
    naive: usize,
    /// The sizes of classes with one chapter new, for time and memory
    #[arg(long, value_name = "N,N", value_delimiter = ',', default_values_t = [10, 100, 500])]
    sizes: Vec<usize>,
}

/// A folder for it all, in which nothing has been compiled.
struct Bench<'a> {
    course: &'a Course,
    folder: PathBuf,
}

/// Measures, and prints what was measured.
pub fn bench(course: &Course, arguments: &Arguments) -> Result<u8> {
    let folder = tempfile::tempdir()?;
    let bench = Bench { course, folder: folder.path().to_owned() };
    let all = course.chapters.len();
    println!("{all} chapters, {} cores; each submission differs from every other", parallel::cores());
    let class = class::write(course, &bench.folder.join("class"), arguments.submissions.max(1), all)?;
    // Half of the naive ones before, half after: the machine may slow down meanwhile.
    let naive = &class[..arguments.naive.clamp(1, class.len())];
    let (before, after) = naive.split_at(naive.len() / 2);
    let first = bench.naive(before)?;
    let every = bench.graded(&class)?;
    let mut weekly = vec![];
    for &size in &arguments.sizes {
        let class = class::write(course, &bench.folder.join(format!("weekly-{size}")), size.max(1), 1)?;
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
    /// For each submission a copy of the workspace, with a target folder of its own, and `cargo test`.
    fn naive(&self, class: &[PathBuf]) -> Result<Duration> {
        let mut time = Duration::ZERO;
        for submission in class {
            let copy = tempfile::tempdir_in(&self.folder)?;
            handout::write(self.course, copy.path())?;
            let started = Instant::now();
            for chapter in &self.course.chapters {
                let src = Path::new("exercises").join(&chapter.name).join("src");
                class::copy_files(&submission.join(&src), &copy.path().join(&src))?;
            }
            Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
                .args(["test", "--quiet", "--offline", "--no-fail-fast"])
                .current_dir(copy.path())
                .env("CARGO_TARGET_DIR", copy.path().join("target"))
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .status()
                .context("failed to start cargo")?;
            time += started.elapsed();
        }
        Ok(time)
    }

    /// The class as `cargo xtask grade` grades it, with the best sandbox that there is; and the grader's most memory.
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
