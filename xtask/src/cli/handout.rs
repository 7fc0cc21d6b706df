//! `cargo xtask handout`.

use crate::course::Course;
use crate::exit;
use crate::handout::handout;
use anyhow::Result;
use std::path::PathBuf;

#[derive(clap::Args)]
pub struct Arguments {
    /// The folder to write: empty, or not there yet
    dir: PathBuf,
    /// Leave out the book's pages
    #[arg(long)]
    no_book: bool,
}

pub fn run(course: &Course, arguments: &Arguments) -> Result<u8> {
    handout(course, &arguments.dir, !arguments.no_book)?;
    let book = if arguments.no_book { "without the book" } else { "with the book's pages as they were built last" };
    println!("The students' edition is in {}, {book}. No line of a solution is in it.", arguments.dir.display());
    Ok(exit::FULL_MARKS)
}
