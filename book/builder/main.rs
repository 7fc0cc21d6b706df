//! `cargo xtask book`, or `cargo run -p book --`: builds the book and shows it.

use anyhow::Result;
use book::{figures, numbers, serve, site};
use clap::{Parser, Subcommand};
use std::process::ExitCode;

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
    Build,
    /// Build the book, show it at an address on this machine, and build it again after each change
    Serve {
        /// The port of the address
        #[arg(long, default_value_t = 3000)]
        port: u16,
        /// Open the address in the browser
        #[arg(long)]
        open: bool,
    },
    /// Draw the figure again that is kept as a file
    Figures,
    /// List the numbers that a page can quote by {{value NAME}}
    Values,
}

fn main() -> ExitCode {
    match run(&Call::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: &Command) -> Result<()> {
    let root = site::root();
    match command {
        Command::Build => {
            site::build(&root, &root.join(site::OUTPUT))?;
            println!("The book is in {0}: open {0}/index.html", site::OUTPUT);
        }
        Command::Serve { port, open } => serve::run(&root, *port, *open)?,
        Command::Figures => {
            let changed = figures::renew(&root)?;
            println!("{} {}", figures::KEPT.1, if changed { "is drawn anew" } else { "is as it should be" });
        }
        Command::Values => {
            for (name, number) in numbers::all() {
                println!("{name:24} {number}");
            }
        }
    }
    Ok(())
}
