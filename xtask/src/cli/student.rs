//! The verbs for students.

use crate::course::Course;
use crate::student::{hint, open, overview, plot, reset, solution, status, watch};
use anyhow::Result;
use clap::Subcommand;

#[derive(Subcommand)]
pub enum Verb {
    /// Show the verbs and the next step; the default
    #[command(hide = true)]
    Overview,
    /// Show how far you are, and the next task
    Status {
        /// Only this chapter, by name or number
        chapter: Option<String>,
    },
    /// Run the tests on every save and show one thing to do next
    Watch {
        /// A chapter, by name or number; the default is where you are
        chapter: Option<String>,
    },
    /// Show a hint for a task; each call shows one more
    Hint {
        /// A chapter, by name or number; the default is where you are
        chapter: Option<String>,
        /// A task, such as t4; the default is the first that is not done
        task: Option<String>,
        /// Show all three hints at once
        #[arg(long)]
        all: bool,
    },
    /// Put a task or a chapter back to its stub; a copy of yours is kept
    Reset {
        /// A chapter, by name or number
        chapter: Option<String>,
        /// A task, such as t4; the default is the whole chapter
        task: Option<String>,
        /// Reset every chapter
        #[arg(long, conflicts_with = "chapter")]
        all: bool,
    },
    /// Show the reference solution of a task that is done, beside yours
    Solution {
        /// A chapter, by name or number
        chapter: String,
        /// A task, such as t4
        task: String,
        /// Show it even if the task is not done
        #[arg(long)]
        give_up: bool,
    },
    /// Show a chapter in the browser, and its next task in the editor
    Open {
        /// A chapter, by name or number; the default is where you are
        chapter: Option<String>,
        /// The port on which the book is served
        #[arg(long, default_value_t = 3000)]
        port: u16,
    },
    /// Draw what your own code computes
    Plot {
        /// A chapter, by name or number; the default is where you are
        chapter: Option<String>,
        /// Do not open the drawing in the browser
        #[arg(long)]
        no_browser: bool,
    },
}

pub fn run(course: &Course, verb: Verb) -> Result<u8> {
    match verb {
        Verb::Overview => overview::run(course),
        Verb::Status { chapter } => status::run(course, chapter.as_deref()),
        Verb::Watch { chapter } => watch::run(course, chapter.as_deref()),
        Verb::Hint { chapter, task, all } => hint::run(course, chapter.as_deref(), task.as_deref(), all),
        Verb::Reset { chapter, task, all } => reset::run(course, chapter.as_deref(), task.as_deref(), all),
        Verb::Solution { chapter, task, give_up } => solution::run(course, &chapter, &task, give_up),
        Verb::Open { chapter, port } => open::run(course, chapter.as_deref(), port),
        Verb::Plot { chapter, no_browser } => plot::run(course, chapter.as_deref(), !no_browser),
    }
}
