//! The command line.

mod author;
mod grade;
mod student;

use crate::course::Course;
use crate::exit;
use crate::grader::build::{PARSE_ROLE, parse};
use crate::sandbox::inside::{self, Role};
use crate::sandbox::{VERB, doctor};
use clap::{Parser, Subcommand};
use std::ffi::OsString;
use std::io::Write;
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
    #[command(flatten)]
    Grade(grade::Verb),
    #[command(flatten)]
    Author(author::Verb),
}

/// What copies of this program do inside the sandbox, besides running programs.
const SANDBOX_ROLES: [Role; 2] = [(PARSE_ROLE, parse), (doctor::ATTACK_ROLE, doctor::attack)];

/// Runs one call of `cargo xtask`.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if arguments.get(1).is_some_and(|verb| verb == VERB) {
        return inside::run(&arguments[2..], &SANDBOX_ROLES);
    }
    exit::end_when_output_fails();
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { exit::USAGE } else { exit::FULL_MARKS });
        }
    };
    let status = Course::find().and_then(|course| match cli.verb.unwrap_or(Verb::Student(student::Verb::Overview)) {
        Verb::Student(verb) => student::run(&course, verb),
        Verb::Grade(verb) => grade::run(&course, verb),
        Verb::Author(verb) => author::run(&course, verb),
    });
    ExitCode::from(status.unwrap_or_else(|error| {
        if !exit::is_closed_pipe(&error) {
            let _ = writeln!(anstream::stderr(), "error: {error:#}");
        }
        exit::status_of(&error)
    }))
}
