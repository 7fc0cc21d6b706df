//! `cargo xtask doctor`: what this machine offers to a grader, and whether its sandbox holds.
//!
//! For each facility that is missing it says why and how to get it; then it attacks the sandbox from inside, as a submission would.

mod attacks;
mod facilities;
mod machine;

pub use attacks::perform;

use crate::course::Course;
use crate::exit;
use crate::sandbox::{Mode, Sandbox, Tier};
use anyhow::Result;

/// Shows all of it. The status is 0 if every facility is there and every attack was held off.
pub fn doctor(course: &Course) -> Result<u8> {
    println!("The machine");
    for (name, value) in machine::facts(course) {
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
    if sandbox.tier == Tier::OFF {
        println!(
            "  none tried: there is no sandbox here. Grade submissions on Linux, or only those that you would run yourself,"
        );
        println!("  with `--sandbox off`. Your own exercises need no sandbox.");
        return Ok(exit::MARKS_LOST);
    }
    let mut held = true;
    for (what, outcome) in attacks::all(&sandbox)? {
        held &= outcome;
        println!("  {} {what}", if outcome { "held    " } else { "NOT held" });
    }
    let full = sandbox.tier == Tier::FULL;
    println!("\n{}", verdict(full, held));
    Ok(if full && held { exit::FULL_MARKS } else { exit::MARKS_LOST })
}

fn verdict(full: bool, held: bool) -> &'static str {
    match (full, held) {
        (true, true) => "Everything is there and holds: grade with `--sandbox require`.",
        (false, true) => {
            "Something is missing, and what is there holds. `--sandbox best` grades; each report says with what."
        }
        (_, false) => "The sandbox does not hold everything off: grade only code that you would run yourself.",
    }
}
