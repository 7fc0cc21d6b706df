//! The command line: what was asked for, and with what status the program ends.

mod grade;
mod handout;
mod package;
mod student;

use crate::course::Course;
use crate::exit;
use crate::sandbox::{Sandbox, inside};
use crate::workshop::Workshop;
use crate::{benchmark, ci, doctor, parallel, verify};
use clap::{Parser, Subcommand};
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "The tools of the course", version)]
struct Cli {
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Subcommand)]
enum Verb {
    #[command(flatten)]
    Student(student::Verb),
    /// Grade the reference solutions, your own exercises, or what others handed in
    Grade(grade::Arguments),
    /// Join the results of several machines
    Merge {
        /// Folders that `grade --out` has written
        #[arg(required = true, value_name = "DIR")]
        from: Vec<PathBuf>,
        /// The folder for all of them
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// Check the course itself: stubs red, reference green, every known mistake caught
    Verify {
        /// Only this chapter, such as ch01; can be repeated
        #[arg(long, value_name = "CHAPTER")]
        chapter: Vec<String>,
        /// How many things to do at once
        #[arg(long, value_name = "N", default_value_t = parallel::cores(), value_parser = parallel::jobs())]
        jobs: usize,
    },
    /// Build the book into book/html, or serve it and follow your changes
    Book {
        /// What to do with it: build, serve; `--help` after it says more
        #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "ACTION")]
        arguments: Vec<OsString>,
    },
    /// Measure how fast chapters 4 and 6 are: the reference, or your own code
    Bench {
        /// Your own code; what is not written yet is left out
        #[arg(long)]
        mine: bool,
    },
    /// Write the students' edition of the course: no solutions, no mistakes
    Handout(handout::Arguments),
    /// Pack what another platform needs to grade
    Package(package::Arguments),
    /// Measure the grader against the straightforward way to grade a class
    #[command(hide = true)]
    BenchGrader(benchmark::Arguments),
    /// Show what this machine offers to a grader, and attack its sandbox
    Doctor,
    /// Everything that must hold before a change is accepted
    Ci,
}

/// Runs one call of `cargo xtask`.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if arguments.get(1).is_some_and(|verb| verb == inside::VERB) {
        return inside::run(&arguments[2..]);
    }
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { exit::USAGE } else { exit::FULL_MARKS });
        }
    };
    let outcome = Course::find().and_then(|course| match cli.verb.unwrap_or(Verb::Student(student::Verb::Overview)) {
        Verb::Student(verb) => student::run(&course, verb),
        Verb::Grade(arguments) => grade::run(&course, &arguments),
        Verb::Merge { from, out } => grade::merge(&course, &from, &out),
        Verb::Verify { chapter, jobs } => {
            let chapters = course.select(&chapter)?;
            verify::verify(
                &course,
                &Workshop::open(&course.root, &course, Sandbox::off(std::env::current_exe()?))?,
                &chapters,
                jobs,
            )
        }
        Verb::Book { arguments } => ci::book(&course, &arguments),
        Verb::Bench { mine } => ci::bench(&course, mine),
        Verb::Handout(arguments) => handout::run(&course, &arguments),
        Verb::Package(arguments) => package::run(&course, &arguments),
        Verb::BenchGrader(arguments) => benchmark::bench(&course, &arguments),
        Verb::Doctor => doctor::doctor(&course),
        Verb::Ci => ci::ci(&course),
    });
    ExitCode::from(outcome.unwrap_or_else(|error| {
        anstream::eprintln!("error: {error:#}");
        exit::status_of(&error)
    }))
}
