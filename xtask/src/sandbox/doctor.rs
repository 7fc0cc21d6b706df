//! `cargo xtask doctor`: shows what this machine offers to the grader, and attacks its sandbox from inside, as a
//! submission would. For each missing facility it says why and how to get it.

mod attacks;
mod facilities;
mod machine;

pub use attacks::{ROLE as ATTACK_ROLE, attack};

use super::mode::{Mode, Sandbox};
use super::policy::Protection;
use crate::exit;
use anyhow::Result;
use std::path::Path;

/// Succeeds if every facility is available and every attack fails.
pub fn run(root: &Path) -> Result<u8> {
    println!("The machine");
    for (name, value) in machine::facts(root) {
        println!("  {name:<11} {value}");
    }
    let sandbox = Sandbox::choose(Mode::Best, std::env::current_exe()?)?;
    println!("\nThe sandbox");
    for facility in facilities::all(&sandbox) {
        match facility.missing {
            None => println!("  ✓ {:<10} keeps submissions from {}", facility.name, facility.keeps_from),
            Some((why, fix)) => {
                println!("  ✗ {:<10} would keep submissions from {}", facility.name, facility.keeps_from);
                println!("      why: {why}\n      fix: {fix}");
            }
        }
    }
    println!("\nAttacks, from inside the sandbox");
    if sandbox.protection == Protection::OFF {
        println!(
            "  none tried: this machine has no sandbox. Grade submissions on Linux, or with `--sandbox off` those that you"
        );
        println!("  would run yourself. Your own exercises need no sandbox.");
        return Ok(exit::MARKS_LOST);
    }
    let mut all_held = true;
    for (what, held) in attacks::all(&sandbox)? {
        all_held &= held;
        println!("  {} {what}", if held { "held    " } else { "NOT held" });
    }
    let full = sandbox.protection == Protection::FULL;
    println!("\n{}", verdict(full, all_held));
    Ok(if full && all_held { exit::FULL_MARKS } else { exit::MARKS_LOST })
}

fn verdict(full: bool, all_held: bool) -> &'static str {
    match (full, all_held) {
        (true, true) => "Everything is there and holds: grade with `--sandbox require`.",
        (false, true) => {
            "Something is missing, but what is there holds. `--sandbox best` uses it, and each report says what was used."
        }
        (_, false) => "The sandbox does not hold everything off: grade only code that you would run yourself.",
    }
}
