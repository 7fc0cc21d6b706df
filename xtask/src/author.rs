//! The verbs for authors and instructors.

pub mod bench_grader;
pub mod ci;
pub mod handout;
pub mod package;
pub mod ratios;
pub mod verify;
