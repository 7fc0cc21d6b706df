//! The verbs for students. None of them is needed: `cargo test` is enough.
//!
//! [`chapter_progress`] knows which tasks are done, without running what has not changed. [`progress_folder`] remembers
//! hints and marks in a folder that git ignores. [`stubs`] finds the course's original stubs. The verbs use these
//! three.

pub mod chapter_progress;
pub mod hint;
pub mod names;
pub mod open;
pub mod overview;
pub mod plot;
pub mod progress_folder;
pub mod reset;
pub mod solution;
pub mod status;
pub mod stubs;
pub mod terminal;
pub mod watch;
