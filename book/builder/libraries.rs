//! `book libraries`: programs of the pages that use other libraries, and what they print.
//!
//! `book/src/CHAPTER/libraries/` has a chapter's programs: Rust for candle and burn, which `book/libraries` compiles,
//! and Python for PyTorch. What `NAME.rs` or `NAME.py` prints is kept in `NAME.txt` beside it. Compiling the libraries
//! takes minutes, so a program runs only if it has changed since it ran last: a list of checksums remembers that.

mod checksums;
mod program;
mod runners;

pub use program::{Printed, Program, programs};

use crate::files;
use anyhow::{Result, bail};
use checksums::Checksums;
use runners::Runners;
use std::path::Path;

/// Whether to keep what programs print now, or to compare it with what is kept.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Then {
    Keep,
    Compare,
}

/// Runs the programs that have changed since they ran last, or `all` of them.
pub fn run(root: &Path, all: bool, then: Then) -> Result<()> {
    let programs = programs(root)?;
    let mut checksums = Checksums::read(root)?;
    let mut runners = Runners::new(root);
    let (mut wrong, mut not_run) = (vec![], vec![]);
    let mut unchanged = 0;
    for program in &programs {
        if !all && checksums.know(program)? {
            unchanged += 1;
            continue;
        }
        let Some(printed) = runners.run(program)? else {
            not_run.push(program.name.as_str());
            continue;
        };
        let same = program.kept(root) == printed;
        if then == Then::Compare {
            println!("{} {}", program.output(), if same { "is up to date" } else { "is OUT OF DATE" });
            if !same {
                wrong.push(format!("{} would now be\n{printed}", program.output()));
            }
            continue;
        }
        files::write_if_changed(&root.join(program.output()), printed)?;
        checksums.remember(program)?;
        println!("{} {}", program.output(), if same { "is up to date" } else { "is written again" });
    }
    println!("{unchanged} of {} programs have run as they are now", programs.len());
    if !not_run.is_empty() {
        println!("NOT run, since no Python here can `import torch` (in Debian: python3-torch): {}", not_run.join(", "));
    }
    if then == Then::Keep {
        checksums.write(&programs)?;
    }
    if !wrong.is_empty() {
        bail!("`cargo xtask book libraries` writes these files again:\n{}", wrong.join("\n"));
    }
    Ok(())
}
