//! `cargo xtask ratios`: how long a student waits after an edit, compared with an empty crate and with pytest and
//! NumPy.
//!
//! Seconds depend on the machine and its load, so the loops take turns in one run, and the ratio of their shortest
//! times is reported: other work on the machine can only make a run longer. Everything happens in a copy of the course,
//! with the reference in place of the student's code.

use crate::cargo::cargo;
use crate::course::Course;
use crate::exit::{self, Usage};
use crate::files::{copy_folder, read, write};
use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The chapter that is edited.
const CHAPTER: &str = "ch03";
/// The file, and the line above which a comment changes each time.
const EDIT: (&str, &str) = ("rectifiers.rs", "pub fn relu(");

/// The highest acceptable ratios to the empty crate and to pytest.
const TO_REACH: (f64, f64) = (2.5, 0.4);

/// The checks of the chapter, as a course in Python would have them.
const PYTEST: &str = include_str!("ratios/test_activations.py");

struct Loop<'a> {
    name: &'a str,
    edit: &'a dyn Fn(usize) -> Result<()>,
    command: &'a dyn Fn() -> Command,
    seconds: Vec<f64>,
}

/// Runs the loops `runs` times in turn and prints the ratios. The status is 1 if one is too high.
pub fn run(course: &Course, runs: usize) -> Result<u8> {
    if runs == 0 {
        bail!(Usage("--runs 0 measures nothing: name a number from 1 on".into()));
    }
    let folder = tempfile::tempdir().context("failed to make a scratch folder")?;
    let copy = folder.path().join("course");
    if !course.root.join("solutions").is_dir() {
        bail!(Usage("this is the students' edition: the ratios are measured with the reference solutions".into()));
    }
    for file in ["Cargo.toml", "Cargo.lock", ".cargo/config.toml"] {
        write(&copy.join(file), read(&course.root.join(file))?)?;
    }
    for below in ["exercises", "solutions", "xtask", "book"] {
        // The built book is large and not needed.
        copy_folder(&course.root.join(below), &copy.join(below), |name| !name.ends_with("html"))?;
    }
    let source = copy.join("exercises").join(CHAPTER).join("src");
    copy_folder(&copy.join("solutions").join(CHAPTER).join("src"), &source, |_| true)?;
    let empty = folder.path().join("empty");
    write(
        &empty.join("Cargo.toml"),
        "[package]\nname = \"empty\"\nedition = \"2024\"\n[lib]\ndoctest = false\n[workspace]\n",
    )?;
    write(&empty.join("src/lib.rs"), "")?;
    let python = folder.path().join("python");
    write(&python.join("test_activations.py"), PYTEST)?;
    write(&python.join("activations.py"), include_str!("ratios/activations.py"))?;

    let cargo_test = |folder: &Path, arguments: &[&str]| {
        let mut command = cargo(folder);
        command.args(["test", "--quiet"]).args(arguments).env_remove("CARGO_TARGET_DIR");
        command
    };
    let edit = |file: &Path, line: &str, comment: &str, run: usize| {
        let text: String =
            read(file)?.lines().filter(|line| !line.contains("edit number")).map(|line| format!("{line}\n")).collect();
        write(file, text.replacen(line, &format!("{comment} edit number {run}\n{line}"), 1))
    };
    let edit_chapter = |run| edit(&source.join(EDIT.0), EDIT.1, "//", run);
    let edit_empty = |run| write(&empty.join("src/lib.rs"), format!("// edit number {run}\n"));
    let edit_python = |run| edit(&python.join("activations.py"), "def relu(", "#", run);
    let test_chapter = || cargo_test(&copy, &["-p", CHAPTER]);
    let test_empty = || cargo_test(&empty, &[]);
    let test_python = || {
        let mut command = Command::new("python3");
        command.args(["-m", "pytest", "-q"]).current_dir(&python);
        command
    };
    let mut loops = vec![
        Loop { name: CHAPTER, edit: &edit_chapter, command: &test_chapter, seconds: vec![] },
        Loop { name: "an empty crate", edit: &edit_empty, command: &test_empty, seconds: vec![] },
    ];
    let modules = Command::new("python3").args(["-c", "import numpy, pytest"]).stderr(Stdio::null()).status();
    if modules.is_ok_and(|status| status.success()) {
        loops.push(Loop { name: "pytest with NumPy", edit: &edit_python, command: &test_python, seconds: vec![] });
    } else {
        anstream::println!("python3 with NumPy and pytest is not there: that loop is left out");
    }
    // The first round builds what all later ones use, and is not counted.
    for round in 0..=runs {
        for it in &mut loops {
            (it.edit)(round)?;
            let taken = time((it.command)(), it.name)?;
            if round > 0 {
                it.seconds.push(taken.as_secs_f64());
            }
        }
    }
    report(&loops)
}

fn report(loops: &[Loop]) -> Result<u8> {
    let least: Vec<f64> = loops.iter().map(|it| it.seconds.iter().copied().fold(f64::INFINITY, f64::min)).collect();
    for (it, least) in loops.iter().zip(&least) {
        anstream::println!("{:20}{least:.2} s, the least of {}", it.name, it.seconds.len());
    }
    let mut status = exit::FULL_MARKS;
    for (place, most) in [(1, TO_REACH.0), (2, TO_REACH.1)] {
        if let Some(other) = loops.get(place) {
            let ratio = least[0] / least[place];
            let held = if ratio <= most { "✓" } else { "✗" };
            anstream::println!(
                "{held} {CHAPTER} takes {ratio:.2} times as long as {}; at most {most} is to be reached",
                other.name
            );
            if ratio > most {
                status = exit::MARKS_LOST;
            }
        }
    }
    Ok(status)
}

fn time(mut command: Command, name: &str) -> Result<Duration> {
    let started = Instant::now();
    let output = command.output().with_context(|| format!("failed to start the loop of {name}"))?;
    let taken = started.elapsed();
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
        bail!("the tests of {name} fail, so there is nothing to measure: {}", said.trim());
    }
    Ok(taken)
}
