//! `libraries ch01.candle` runs a program of the pages: `book/src/ch01/libraries/candle.rs`.

use std::process::{ExitCode, Termination};

// The programs as modules, and `PROGRAMS`, which has the name and the start of each.
include!(concat!(env!("OUT_DIR"), "/programs.rs"));

fn main() -> ExitCode {
    let name = std::env::args().nth(1).unwrap_or_default();
    let Some((_, start)) = PROGRAMS.iter().find(|(known, _)| *known == name) else {
        let known: Vec<&str> = PROGRAMS.iter().map(|(known, _)| *known).collect();
        eprintln!("no program is called `{name}`; there are {}", known.join(", "));
        return ExitCode::FAILURE;
    };
    start()
}
