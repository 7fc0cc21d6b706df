//! What makes solving the course more comfortable. None of it is needed: `cargo test -p ch03` is enough.
//!
//! [`standing`] knows which tasks are done, without running what has not changed; [`progress`] remembers hints and
//! marks in a folder that git ignores; [`stubs`] finds what the course gave to begin with. The verbs stand on these
//! three.

pub mod hint;
pub mod names;
pub mod open;
pub mod overview;
pub mod plot;
pub mod progress;
pub mod ratios;
pub mod reset;
pub mod solution;
pub mod standing;
pub mod status;
pub mod stubs;
pub mod watch;
