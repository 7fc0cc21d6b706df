//! The course's tools, as a library: the book reads the course from here, and the tests drive the commands.
//!
//! [`course`] knows what stands in `exercises/`; [`submission`] reads what somebody handed in; [`workshop`] compiles
//! it; [`examine`] runs one test in a process of its own; [`grade`] turns that into marks, and [`verify`] turns the
//! same machinery on the course itself. [`student`] holds the verbs of those who solve it.

pub mod benchmark;
pub mod cache;
pub mod ci;
pub mod class;
pub mod cli;
pub mod course;
pub mod doctor;
pub mod examine;
pub mod exit;
pub mod functions;
pub mod grade;
pub mod handout;
pub mod package;
pub mod parallel;
pub mod process;
pub mod report;
pub mod results;
pub mod salvage;
pub mod sandbox;
pub mod student;
pub mod submission;
pub mod terminal;
pub mod verify;
pub mod workshop;
