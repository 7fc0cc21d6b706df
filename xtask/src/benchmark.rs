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

/// How many submissions are graded each way, and in how many rounds.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// How many submissions the grader grades
    #[arg(long, value_name = "N", default_value_t = 60)]
    submissions: usize,
    /// How many of them are graded the straightforward way
    #[arg(long, value_name = "N", default_value_t = 3)]
    naive: usize,
    /// How many submissions the memory is measured with; most of them are copies
    #[arg(long, value_name = "N", default_value_t = 2000)]
    many: usize,
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
    println!("{} chapters, {} cores", course.chapters.len(), parallel::cores());
    let all = course.chapters.len();
    let class = class::write(course, &bench.folder.join("class"), arguments.submissions, all)?;
    let weekly = class::write(course, &bench.folder.join("weekly"), arguments.submissions, 1)?;
    // Half of the naive ones before, half after: the machine may slow down meanwhile.
    let (before, after) = class[..arguments.naive.min(class.len())].split_at(arguments.naive.min(class.len()) / 2);
    let mut naive = bench.naive(before)?;
    let (graded, _) = bench.graded(&class)?;
    let (graded_weekly, _) = bench.graded(&weekly)?;
    naive += bench.naive(after)?;
    let naive = naive.div_f64((before.len() + after.len()).max(1) as f64);
    let per_minute = |time: Duration| 60.0 / time.as_secs_f64();
    println!(
        "cargo test, a workspace for each:          {:6.1} submissions a minute ({} of them)",
        per_minute(naive),
        arguments.naive
    );
    for (what, time) in [("every chapter new", graded), ("one chapter new", graded_weekly)] {
        let each = time.div_f64(class.len().max(1) as f64);
        let ratio = naive.as_secs_f64() / each.as_secs_f64();
        println!(
            "cargo xtask grade, {what:<17}:      {:6.1} a minute ({} of them): {ratio:.1} times as many",
            per_minute(each),
            class.len()
        );
    }
    for size in [10, arguments.many] {
        let copies = class::copies(course, &bench.folder.join(format!("copies-{size}")), size)?;
        let (_, memory) = bench.graded(&copies)?;
        println!("most memory of the grader with {size} submissions: {memory}");
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
