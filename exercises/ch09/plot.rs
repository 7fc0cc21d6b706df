//! Chapter 9: your training of the digits.

use plot::Chart;
use std::process::ExitCode;

fn main() -> ExitCode {
    plot::main(|| vec![Chart::new("Chapter 9: your training", ["epoch", "accuracy"])])
}
