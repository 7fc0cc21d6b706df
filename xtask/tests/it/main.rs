//! Tests of the tools: on the course itself, on bad and hostile submissions, and on courses that break a rule.

mod class;
mod cli;
#[cfg(target_os = "linux")]
mod corpus;
mod downloads;
mod grade;
mod handout;
mod intake;
mod messages;
mod student;
mod support;
#[cfg(target_os = "linux")]
mod trouble;
mod update;
mod verify;
#[cfg(target_os = "linux")]
mod watch;
