//! `cargo xtask book`, or `cargo run -p book --`: builds the book and shows it.

use anyhow::Result;
use book::site::{self, Site};
use book::widgets::{Whose, Widgets};
use book::{answers, browser, figures, numbers, serve, sessions};
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
        /// Where the sources stand, such as https://example.org/someone/course: each page gets a link to edit it there
        #[arg(long, value_name = "ADDRESS")]
        repository: Option<String>,
        #[command(flatten)]
        whose: Mine,
    },
    /// Build the book and try it in a real browser, with Node and Chromium: accessibility, keyboard, links, search, weight
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
    /// Draw the figure again that is kept as a file
    Figures,
    /// Run the commands again whose output is kept as files, and keep what they print now
    Sessions,
    /// Say what a moving figure's functions answer natively: a call a line, `["ch01", "mse", [0, 1, 2, 3]]`
    #[command(hide = true)]
    Answers,
    /// List the numbers that a page can quote by {{value NAME}}
    Values,
}

#[derive(clap::Args)]
struct Mine {
    /// Let your own functions, from exercises/, compute what the figures show that you can move
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
    let root = site::root();
    match command {
        Command::Build { base, repository, whose } => {
            let base = format!("/{}/", base.trim_matches('/')).replace("//", "/");
            let widgets = Widgets::build(&root, whose.whose())?;
            let site = Site { base: &base, repository: repository.as_deref(), widgets };
            site::build(&root, &root.join(site::OUTPUT), &site)?;
            println!("The book is in {0}: open {0}/index.html", site::OUTPUT);
        }
        Command::Test => browser::run(&root)?,
        Command::Serve { port, open, whose } => serve::run(&root, *port, *open, whose.whose())?,
        Command::Answers => answers::run(std::io::stdin().lock(), std::io::stdout().lock())?,
        Command::Figures => {
            let changed = figures::renew(&root)?;
            println!("{} {}", figures::KEPT.1, if changed { "is drawn anew" } else { "is as it should be" });
        }
        Command::Sessions => {
            for session in sessions::SESSIONS {
                let changed = sessions::renew(&root, session)?;
                println!("{} {}", session.file, if changed { "is written anew" } else { "is as it should be" });
            }
        }
        Command::Values => {
            for (name, number) in numbers::all() {
                println!("{name:24} {number}");
            }
        }
    }
    Ok(())
}
