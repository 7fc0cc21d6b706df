//! The tools at work: on the course itself, on submissions that go wrong in every way, and on a course that breaks its
//! own rules.

mod class;
mod cli;
#[cfg(target_os = "linux")]
mod corpus;
mod grade;
mod handout;
mod intake;
mod messages;
mod student;
mod support;
mod update;
mod verify;
#[cfg(target_os = "linux")]
mod watch;
