//! The verbs for authors, and those with which instructors prepare a course.

use crate::author::{bench_grader, ci, handout, package, ratios, verify};
use crate::course::Course;
use crate::exit;
use crate::grader::build::Builder;
use crate::parallel;
use crate::sandbox::Sandbox;
use anyhow::Result;
use clap::{Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;

#[derive(Subcommand)]
pub enum Verb {
    /// Check the course itself: stubs fail, the reference passes, every known mistake is named
    Verify {
        /// Only this chapter, by the name of its folder; can be repeated
        #[arg(long, value_name = "CHAPTER")]
        chapter: Vec<String>,
        /// How many versions to check at once
        #[arg(long, value_name = "N", default_value_t = parallel::cores(), value_parser = parallel::jobs())]
        jobs: usize,
    },
    /// Build the book into book/html, or serve it and follow your changes
    Book {
        /// What to do with it: build, serve; `--help` after it says more
        #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "ACTION")]
        arguments: Vec<OsString>,
    },
    /// Measure how fast the chapters with benchmarks are: the reference, or your own code
    Bench {
        /// Your own code; functions that are not written yet are left out
        #[arg(long)]
        mine: bool,
    },
    /// Write the students' edition of the course, without solutions
    Handout {
        /// The folder to write: empty, or not there yet
        dir: PathBuf,
        /// Leave out the book's pages
        #[arg(long)]
        no_book: bool,
    },
    /// Pack what another platform needs to grade
    Package {
        /// The platform
        #[arg(value_enum)]
        platform: Platform,
        /// The file to write
        #[arg(long, value_name = "FILE", default_value = "autograder.zip")]
        out: PathBuf,
    },
    /// Measure the grader against a `cargo test` for each submission
    #[command(hide = true)]
    BenchGrader(bench_grader::Arguments),
    /// Measure the wait after an edit against an empty crate and against pytest
    #[command(hide = true)]
    Ratios {
        /// How often each loop is run
        #[arg(long, default_value_t = 7)]
        runs: usize,
    },
    /// Run everything that must hold before a change is accepted
    Ci,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Platform {
    /// An autograder for Gradescope
    Gradescope,
}

pub fn run(course: &Course, verb: Verb) -> Result<u8> {
    match verb {
        Verb::Verify { chapter, jobs } => {
            let chapters = course.select(&chapter)?;
            let builder = Builder::open(&course.root, course, Sandbox::off(std::env::current_exe()?))?;
            verify::verify(course, &builder, &chapters, jobs)
        }
        Verb::Book { arguments } => ci::book(course, &arguments),
        Verb::Bench { mine } => ci::bench(course, mine),
        Verb::Handout { dir, no_book } => {
            handout::handout(course, &dir, !no_book)?;
            let book = if no_book { "without the book" } else { "with the book's pages as they were built last" };
            println!("The students' edition is in {}, {book}. No file of solutions/ is in it.", dir.display());
            Ok(exit::FULL_MARKS)
        }
        Verb::Package { platform: Platform::Gradescope, out } => {
            package::gradescope(course, &out)?;
            println!("{} is written: upload it in Gradescope under “Configure Autograder”.", out.display());
            Ok(exit::FULL_MARKS)
        }
        Verb::BenchGrader(arguments) => bench_grader::bench(course, &arguments),
        Verb::Ratios { runs } => ratios::run(course, runs),
        Verb::Ci => ci::ci(course),
    }
}
