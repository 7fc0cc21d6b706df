//! The verbs that grade: `grade`, `merge` and `doctor`.

use crate::course::{Chapter, Course};
use crate::exit::{self, Usage};
use crate::grader::build::Builder;
use crate::grader::cache::Cache;
use crate::grader::class::{self, Shard};
use crate::grader::grade::Grader;
use crate::grader::marks::{GraderVersion, Marks};
use crate::grader::report::csv::Csv;
use crate::grader::report::json::Json;
use crate::grader::report::junit::Junit;
use crate::grader::report::table::{self, ClassTable};
use crate::grader::report::text::{harmless, message};
use crate::grader::report::{ReportWriter, gradescope};
use crate::grader::results::Results;
use crate::grader::submission::{FoundPaths, Other, Submission, SubmissionPath};
use crate::parallel;
use crate::sandbox::{Mode, Sandbox, doctor};
use anyhow::{Result, bail};
use clap::{Subcommand, ValueEnum};
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

#[derive(Subcommand)]
pub enum Verb {
    /// Grade the reference solutions, your own exercises, or submissions
    Grade(Arguments),
    /// Join the results of several machines
    Merge {
        /// Folders that `grade --out` has written
        #[arg(required = true, value_name = "DIR")]
        from: Vec<PathBuf>,
        /// The folder for all of them
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// Show what this machine offers to the grader, and attack its sandbox
    Doctor,
}

pub fn run(course: &Course, verb: Verb) -> Result<u8> {
    match verb {
        Verb::Grade(arguments) => grade(course, &arguments),
        Verb::Merge { from, out } => merge(course, &from, &out),
        Verb::Doctor => doctor::run(&course.root),
    }
}

#[derive(clap::Args)]
pub struct Arguments {
    /// Folders, .zip, .tar.gz or .tar to grade, as a learning platform gives them too; `exercises` for your own work.
    /// Without one, the reference solutions
    paths: Vec<PathBuf>,
    /// Only this chapter, by the name of its folder; can be repeated
    #[arg(long, value_name = "CHAPTER")]
    chapter: Vec<String>,
    /// How many submissions, or chapters of one, to grade at once
    #[arg(long, value_name = "N", default_value_t = parallel::cores(), value_parser = parallel::jobs())]
    jobs: usize,
    /// How long one test may take
    #[arg(long, value_name = "SECONDS", default_value_t = 10.0)]
    timeout: f64,
    /// Which protection from the submitted code to use
    #[arg(long, value_enum, default_value_t = Mode::Best)]
    sandbox: Mode,
    /// How to write the report to standard output
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// A folder for all reports, and a page for the class and for each student
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// With --out: keep what is already graded, and grade the rest
    #[arg(long, requires = "out")]
    resume: bool,
    /// Only this machine's share, such as 2/3 for the second of three
    #[arg(long, value_name = "K/N", requires = "out")]
    shard: Option<Shard>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Table,
    Json,
    Csv,
    Junit,
    Gradescope,
}

fn grade(course: &Course, arguments: &Arguments) -> Result<u8> {
    let limit = Duration::try_from_secs_f64(arguments.timeout).ok().filter(|limit| !limit.is_zero());
    let Some(limit) = limit else {
        bail!(Usage(format!("--timeout {}: name a number of seconds above 0", arguments.timeout)));
    };
    let chapters = course.select(&arguments.chapter)?;
    let FoundPaths { submissions, others } = SubmissionPath::find(&arguments.paths)?;
    if arguments.format == Format::Gradescope && submissions.len() > 1 {
        bail!(Usage("--format gradescope is about one submission; --out writes one file for each of several".into()));
    }
    let results = arguments.out.as_ref().map(|folder| Results::create(folder, arguments.resume)).transpose()?;
    let sandbox = Sandbox::choose(arguments.sandbox, std::env::current_exe()?)?;
    let builder = Builder::open(&course.root, course, sandbox)?;
    let rustc = &builder.toolchain.rustc_version;
    let settings = format!("{rustc} {} {limit:?}", builder.sandbox.protection);
    let cache = Cache::open(builder.toolchain.scratch().join("cache"), course, &settings)?;
    let version = GraderVersion::new(rustc, cache.grader_hash());
    let grader = Grader {
        course,
        builder: &builder,
        chapters: chapters.clone(),
        cache: Some(cache),
        limit,
        prebuild_tests: true,
    };
    let mut writer = writer(arguments.format, course, &version, &chapters, &others, submissions.len())?;
    let mut status = exit::FULL_MARKS;
    let mut take = |marks: &Marks| {
        if let Some(reason) = marks.infra() {
            anstream::eprintln!("{}: {reason}", harmless(&marks.id));
            status = exit::COURSE_BROKEN;
        } else if !marks.is_full() {
            status = status.max(exit::MARKS_LOST);
        }
        writer.submission(marks)
    };
    if arguments.paths.is_empty() {
        let reference = Submission::reference(course)?;
        take(&grader.marks(&reference, arguments.jobs)?)?;
    } else {
        // Gradescope shows the reason beside each test, on its own page.
        if let [only] = submissions.as_slice()
            && arguments.format != Format::Gradescope
            && let Some(reason) = Submission::open_for(course, &chapters, only)?.refused()
        {
            bail!(Usage(format!("{}: {}", only.id, message(reason))));
        }
        let submissions = match arguments.shard {
            Some(shard) => shard.select(submissions),
            None => submissions,
        };
        explain_resume_on_ctrl_c(arguments.out.is_some());
        let results = results.as_ref().map(|it| (it, arguments.resume));
        class::run(&grader, &version, &submissions, arguments.jobs, results, take)?;
    }
    writer.finish()?;
    for other in &others {
        anstream::eprintln!("not graded: {other}");
    }
    if let (Some(results), Some(folder)) = (results, &arguments.out) {
        results.put_others(others)?;
        results.write_reports(course, &version, &chapters)?;
        anstream::eprintln!("The reports are in {}: open index.html", folder.display());
    }
    Ok(status)
}

fn merge(course: &Course, from: &[PathBuf], out: &Path) -> Result<u8> {
    let from = from.iter().map(|folder| Results::open(folder)).collect::<Result<Vec<_>>>()?;
    let into = Results::create(out, false)?;
    let (version, chapters) = class::merge(&from, &into)?;
    into.write_reports(course, &version, &course.select(&chapters)?)?;
    anstream::eprintln!("The reports are in {}: open index.html", out.display());
    Ok(exit::FULL_MARKS)
}

fn writer<'a>(
    format: Format,
    course: &'a Course,
    version: &GraderVersion,
    chapters: &[&'a Chapter],
    others: &BTreeSet<Other>,
    submissions: usize,
) -> Result<Box<dyn ReportWriter + 'a>> {
    let out = io::stdout();
    Ok(match format {
        Format::Table if submissions > 1 => Box::new(PrintAtEnd(ClassTable::new(chapters, terminal_width()))),
        Format::Table => Box::new(Print(Box::new(|marks| Ok(table::submission(marks, course, terminal_width()))))),
        Format::Json => Box::new(Json::begin(out, version, others)?),
        Format::Csv => Box::new(Csv::begin(out, chapters)?),
        Format::Junit => Box::new(Junit::begin(out)),
        Format::Gradescope => Box::new(Print(Box::new(gradescope::render))),
    })
}

/// Prints each submission by itself.
struct Print<'a>(Render<'a>);

type Render<'a> = Box<dyn Fn(&Marks) -> Result<String> + 'a>;

impl ReportWriter for Print<'_> {
    fn submission(&mut self, marks: &Marks) -> Result<()> {
        anstream::print!("{}", (self.0)(marks)?);
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<()> {
        Ok(())
    }
}

/// Prints the table of a class at the end, when the width of its columns is known.
struct PrintAtEnd(ClassTable);

impl ReportWriter for PrintAtEnd {
    fn submission(&mut self, marks: &Marks) -> Result<()> {
        self.0.add(marks);
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<()> {
        anstream::print!("{}", self.0.render());
        Ok(())
    }
}

/// Ctrl-C ends the run with a hint on how to resume it.
fn explain_resume_on_ctrl_c(kept: bool) {
    let advice = if kept {
        "what is graded is kept: go on with --resume"
    } else {
        "with --out DIR, what is graded would be kept"
    };
    // Fails only if there is a handler already, which is fine.
    let _ = ctrlc::set_handler(move || {
        eprintln!("\nstopped; {advice}");
        std::process::exit(INTERRUPTED);
    });
}

/// The exit status of shells for a program that was interrupted.
const INTERRUPTED: i32 = 130;

/// The width that the shell reports, or 100 columns.
fn terminal_width() -> u16 {
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    columns.filter(|&columns| columns >= 40).unwrap_or(100)
}
