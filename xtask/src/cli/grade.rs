//! `cargo xtask grade` and `cargo xtask merge`.

use crate::cache::Cache;
use crate::class::{self, Shard};
use crate::course::{Chapter, Course};
use crate::exit::{self, Usage};
use crate::grade::Grader;
use crate::parallel;
use crate::report::csv::Csv;
use crate::report::json::Json;
use crate::report::junit::Junit;
use crate::report::{Kit, Marks, Sink, gradescope, table};
use crate::results::Results;
use crate::sandbox::{Mode, Sandbox};
use crate::submission::{Entry, Submission};
use crate::workshop::Workshop;
use anyhow::{Result, bail};
use clap::ValueEnum;
use std::io;
use std::path::PathBuf;
use std::time::Duration;

#[derive(clap::Args)]
pub struct Arguments {
    /// Folders, .zip or .tar.gz to grade; `exercises` for your own work. Without one, the reference solutions
    paths: Vec<PathBuf>,
    /// Only this chapter, such as ch01; can be repeated
    #[arg(long, value_name = "CHAPTER")]
    chapter: Vec<String>,
    /// How many things to do at once
    #[arg(long, value_name = "N", default_value_t = parallel::cores(), value_parser = parallel::jobs())]
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
    /// A folder for all reports, and a page for the class and for each student
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// With --out: keep what is graded already, and grade the rest
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

pub fn run(course: &Course, arguments: &Arguments) -> Result<u8> {
    let limit = Duration::try_from_secs_f64(arguments.timeout).ok().filter(|limit| !limit.is_zero());
    let Some(limit) = limit else {
        bail!(Usage(format!("--timeout {}: name a number of seconds above 0", arguments.timeout)));
    };
    let chapters = course.select(&arguments.chapter)?;
    let entries = Entry::all(&arguments.paths)?;
    if arguments.format == Format::Gradescope && arguments.paths.len() > 1 {
        bail!(Usage("--format gradescope is about one submission; --out writes one file for each of several".into()));
    }
    let results = arguments.out.as_ref().map(|folder| Results::create(folder, arguments.resume)).transpose()?;
    let sandbox = Sandbox::choose(arguments.sandbox, std::env::current_exe()?)?;
    let mut workshop = Workshop::open(&course.root, course, sandbox)?;
    let circumstances = format!("{} {} {limit:?}", workshop.rustc_version, workshop.sandbox.tier);
    let cache = Cache::open(workshop.scratch().join("cache"), course, &circumstances)?;
    let kit = Kit::new(&workshop, cache.kit());
    let prepare = entries.len() > 1;
    if prepare {
        workshop.start_quickly(&course.root)?;
    }
    let grader = Grader { course, workshop: &workshop, chapters: chapters.clone(), cache: Some(cache), limit, prepare };
    let mut writer = writer(arguments.format, course, &kit, &chapters, arguments.paths.len())?;
    let mut status = exit::FULL_MARKS;
    let mut take = |marks: &Marks| {
        if let Some(reason) = marks.infra() {
            anstream::eprintln!("{}: {reason}", marks.id);
            status = exit::KIT_BROKEN;
        } else if !marks.is_full() {
            status = status.max(exit::MARKS_LOST);
        }
        writer.submission(marks)
    };
    if arguments.paths.is_empty() {
        let reference = Submission::reference(course)?;
        take(&grader.marks(&reference, arguments.jobs)?)?;
    } else {
        // Gradescope shows its own page: there the reason stands beside each test.
        if let [only] = entries.as_slice()
            && arguments.format != Format::Gradescope
            && let Some(reason) = Submission::open(course, only)?.refused()
        {
            bail!(Usage(format!("{}: {reason}", only.path.display())));
        }
        let entries = arguments.shard.map_or(entries.clone(), |shard| shard.take(entries));
        say_how_to_go_on(arguments.out.is_some());
        class::run(&grader, &kit, &entries, arguments.jobs, results.as_ref().map(|it| (it, arguments.resume)), take)?;
    }
    writer.finish()?;
    if let (Some(results), Some(folder)) = (results, &arguments.out) {
        results.write_reports(course, &kit, &chapters)?;
        anstream::eprintln!("The reports are in {}: open index.html", folder.display());
    }
    Ok(status)
}

pub fn merge(course: &Course, from: &[PathBuf], out: &std::path::Path) -> Result<u8> {
    let from = from.iter().map(|folder| Results::open(folder)).collect::<Result<Vec<_>>>()?;
    let into = Results::create(out, false)?;
    let (kit, chapters) = class::merge(&from, &into)?;
    into.write_reports(course, &kit, &course.select(&chapters)?)?;
    anstream::eprintln!("The reports are in {}: open index.html", out.display());
    Ok(exit::FULL_MARKS)
}

fn writer<'a>(
    format: Format,
    course: &'a Course,
    kit: &Kit,
    chapters: &[&'a Chapter],
    submissions: usize,
) -> Result<Box<dyn Sink + 'a>> {
    let out = io::stdout();
    Ok(match format {
        Format::Table if submissions > 1 => Box::new(ClassTable(table::Class::new(chapters, terminal_width()))),
        Format::Table => Box::new(Single(Box::new(|marks| Ok(table::submission(marks, course, terminal_width()))))),
        Format::Json => Box::new(Json::begin(out, kit)?),
        Format::Csv => Box::new(Csv::begin(out, chapters)?),
        Format::Junit => Box::new(Junit::begin(out)),
        Format::Gradescope => Box::new(Single(Box::new(gradescope::render))),
    })
}

/// Prints one submission as a whole.
struct Single<'a>(Render<'a>);

type Render<'a> = Box<dyn Fn(&Marks) -> Result<String> + 'a>;

impl Sink for Single<'_> {
    fn submission(&mut self, marks: &Marks) -> Result<()> {
        anstream::print!("{}", (self.0)(marks)?);
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<()> {
        Ok(())
    }
}

/// Prints a class when all of it is there: columns are as wide as their widest entry.
struct ClassTable(table::Class);

impl Sink for ClassTable {
    fn submission(&mut self, marks: &Marks) -> Result<()> {
        self.0.add(marks);
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<()> {
        anstream::print!("{}", self.0.render());
        Ok(())
    }
}

/// Ctrl-C ends the run; what is graded by then is kept, if there is a folder for it.
fn say_how_to_go_on(kept: bool) {
    let advice = if kept {
        "what is graded is kept: go on with --resume"
    } else {
        "with --out DIR, what is graded would be kept"
    };
    // A second handler is refused: then the first one does.
    let _ = ctrlc::set_handler(move || {
        eprintln!("\nstopped; {advice}");
        std::process::exit(INTERRUPTED);
    });
}

/// What shells report for a program that Ctrl-C has ended.
const INTERRUPTED: i32 = 130;

/// The width of the terminal, as the shell says; without one, what fits a page.
fn terminal_width() -> u16 {
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    columns.filter(|&columns| columns >= 40).unwrap_or(100)
}
