//! `cargo xtask package`.

use crate::course::Course;
use crate::exit;
use crate::package;
use anyhow::Result;
use clap::ValueEnum;
use std::path::PathBuf;

#[derive(clap::Args)]
pub struct Arguments {
    /// For whom
    #[arg(value_enum)]
    platform: Platform,
    /// The file to write
    #[arg(long, value_name = "FILE", default_value = "autograder.zip")]
    out: PathBuf,
}

#[derive(Clone, Copy, ValueEnum)]
enum Platform {
    /// An autograder for Gradescope
    Gradescope,
}

pub fn run(course: &Course, arguments: &Arguments) -> Result<u8> {
    match arguments.platform {
        Platform::Gradescope => package::gradescope(course, &arguments.out)?,
    }
    println!("{} is written: upload it in Gradescope under “Configure Autograder”.", arguments.out.display());
    Ok(exit::FULL_MARKS)
}
