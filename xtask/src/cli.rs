//! The command line: what was asked for, and with what status the program ends.

use crate::course::Course;
use crate::exit::{self, Usage};
use crate::sandbox::{Mode, Sandbox, inside};
use crate::submission::Submission;
use crate::workshop::Workshop;
use crate::{ci, grade, parallel, report, verify};
use anyhow::Result;
use clap::{Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "The tools of the course", version, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Grade the reference solutions, your own exercises, or what others handed in
    Grade(GradeArguments),
    /// Check the course itself: stubs red, reference green, every known mistake caught
    Verify {
        /// Only this chapter, such as ch01; can be repeated
        #[arg(long, value_name = "CHAPTER")]
        chapter: Vec<String>,
        /// How many things to do at once
        #[arg(long, value_name = "N", default_value_t = parallel::cores())]
        jobs: usize,
    },
    /// Build the book into book/html, or serve it and follow your changes
    Book {
        /// What to do with it: build, serve; `--help` after it says more
        #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "ACTION")]
        arguments: Vec<OsString>,
    },
    /// Everything that must hold before a change is accepted
    Ci,
}

#[derive(clap::Args)]
struct GradeArguments {
    /// Folders to grade: `exercises` for your own work. Without one, the reference solutions
    paths: Vec<PathBuf>,
    /// Only this chapter, such as ch01; can be repeated
    #[arg(long, value_name = "CHAPTER")]
    chapter: Vec<String>,
    /// How many things to do at once
    #[arg(long, value_name = "N", default_value_t = parallel::cores())]
    jobs: usize,
    /// How long one test may take
    #[arg(long, value_name = "SECONDS", default_value_t = 10.0)]
    timeout: f64,
    /// How well to shield this machine from the submitted code
    #[arg(long, value_enum, default_value_t = Mode::Best)]
    sandbox: Mode,
    /// How to write the report to standard output
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Table,
    Json,
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
    let outcome = Course::find().and_then(|course| match cli.verb {
        Verb::Grade(arguments) => grade_them(&course, &arguments),
        Verb::Verify { chapter, jobs } => {
            let chapters = course.select(&chapter)?;
            verify::verify(&course, &Workshop::open(&course.root, &course, Sandbox::off())?, &chapters, jobs)
        }
        Verb::Book { arguments } => ci::book(&course, &arguments),
        Verb::Ci => ci::ci(&course),
    });
    ExitCode::from(outcome.unwrap_or_else(|error| {
        anstream::eprintln!("error: {error:#}");
        exit::status_of(&error)
    }))
}

fn grade_them(course: &Course, arguments: &GradeArguments) -> Result<u8> {
    let limit =
        Duration::try_from_secs_f64(arguments.timeout).ok().filter(|limit| !limit.is_zero()).ok_or_else(|| {
            Usage(format!("--timeout {} is no time to wait: name a number of seconds above 0", arguments.timeout))
        })?;
    let chapters = course.select(&arguments.chapter)?;
    let submissions = if arguments.paths.is_empty() {
        vec![Submission::reference(course)?]
    } else {
        Submission::open_all(course, &arguments.paths)?
    };
    let sandbox = Sandbox::choose(arguments.sandbox, std::env::current_exe()?)?;
    let workshop = Workshop::open(&course.root, course, sandbox)?;
    let report = grade::grade(course, &workshop, &chapters, &submissions, grade::Options { jobs: arguments.jobs, limit })?;
    match arguments.format {
        Format::Table => anstream::print!("{}", report::table::render(&report, course, terminal_width())),
        Format::Json => print!("{}", report::json::render(&report)?),
    }
    Ok(if report.full_marks() { exit::FULL_MARKS } else { exit::MARKS_LOST })
}

/// The width of the terminal, as the shell says; without one, what fits a page.
fn terminal_width() -> u16 {
    std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok())
        .filter(|&columns| columns >= 40)
        .unwrap_or(100)
}
