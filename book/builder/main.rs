//! `cargo xtask book`, or `cargo run -p book --`: builds the book and shows it.

use anyhow::Result;
use book::libraries::{self, Then};
use book::site::{self, SiteOptions};
use book::widgets::{Whose, Widgets};
use book::{browser, chapters, figures, files, native_calls, serve};
use clap::{Parser, Subcommand};
use std::process::ExitCode;
use xtask::exit::{USAGE, Usage};

/// Builds the course's book and shows it.
#[derive(Parser)]
#[command(name = "book")]
struct Call {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the book into book/html
    Build {
        /// What the addresses of the site begin with: the page for addresses that do not exist needs it
        #[arg(long, value_name = "PATH", default_value = "/")]
        base: String,
        /// The address of the repository, such as https://example.org/someone/course: each page gets a link to edit it
        /// there
        #[arg(long, value_name = "ADDRESS")]
        repository: Option<String>,
        #[command(flatten)]
        whose: Mine,
    },
    /// Build the book and try it in a real browser, with Node and Chromium: accessibility, keyboard, links, search,
    /// weight
    Test,
    /// Build the book, show it at an address on this machine, and build it again after each change
    Serve {
        /// The port of the address
        #[arg(long, default_value_t = 3000)]
        port: u16,
        /// Open the address in the browser
        #[arg(long)]
        open: bool,
        #[command(flatten)]
        whose: Mine,
    },
    /// Draw the figure that is kept as a file again
    Figures,
    /// Run the commands whose output is kept as files again, and keep what they print now
    Transcripts,
    /// Run the programs for candle, burn and PyTorch that have changed since they ran last, and keep what they print
    /// now
    Libraries {
        /// Keep nothing: fail if one prints something else than what is kept
        #[arg(long)]
        check: bool,
        /// Run all of them
        #[arg(long)]
        all: bool,
    },
    /// Answer calls of the moving figures' functions natively: one a line, `["CHAPTER", "mse", [0, 1, 2, 3]]`
    #[command(hide = true)]
    NativeCalls,
    /// List the values that a page can quote by {{value NAME}}
    Values,
}

#[derive(clap::Args)]
struct Mine {
    /// Let your own functions, from exercises/, compute what the moving figures show
    #[arg(long)]
    mine: bool,
}

impl Mine {
    fn whose(&self) -> Whose {
        if self.mine { Whose::Mine } else { Whose::Reference }
    }
}

fn main() -> ExitCode {
    match run(&Call::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            if error.is::<Usage>() { ExitCode::from(USAGE) } else { ExitCode::FAILURE }
        }
    }
}

fn run(command: &Command) -> Result<()> {
    let root = files::root();
    match command {
        Command::Build { base, repository, whose } => {
            let base = format!("/{}/", base.trim_matches('/')).replace("//", "/");
            let widgets = Widgets::build(&root, whose.whose())?;
            let options = SiteOptions { base: &base, repository: repository.as_deref(), widgets };
            site::build(&root, &root.join(files::OUTPUT), &options)?;
            println!("The book is in {0}: open {0}/index.html", files::OUTPUT);
        }
        Command::Test => browser::run(&root)?,
        Command::Serve { port, open, whose } => serve::run(&root, *port, *open, whose.whose())?,
        Command::NativeCalls => native_calls::run(std::io::stdin().lock(), std::io::stdout().lock())?,
        Command::Figures => {
            let changed = figures::update_kept(&root, &chapters::figures())?;
            println!("{} {}", figures::KEPT.1, if changed { "is drawn again" } else { "is up to date" });
        }
        Command::Transcripts => {
            for (chapter, transcript) in chapters::transcripts() {
                let changed = transcript.update(&root, chapter)?;
                println!("{} {}", transcript.path(chapter), if changed { "is written again" } else { "is up to date" });
            }
        }
        Command::Libraries { check, all } => {
            libraries::run(&root, *all, if *check { Then::Compare } else { Then::Keep })?;
        }
        Command::Values => {
            for (name, value) in chapters::values() {
                println!("{name:24} {value}");
            }
        }
    }
    Ok(())
}
