//! The course's tools. The crate is a library so that the book can read the course and the tests can call the tools.
//!
//! | module | what it does |
//! |---|---|
//! | [`cli`] | the command line |
//! | [`course`] | reads chapters, tasks, tests and points from the sources |
//! | [`grader`] | turns submissions into marks |
//! | [`sandbox`] | runs untrusted programs with restricted rights |
//! | [`student`] | the verbs for students: `watch`, `status`, `hint`, … |
//! | [`author`] | the verbs for authors and instructors: `verify`, `handout`, `package`, `ci`, benchmarks |
//! | [`cargo`], [`exit`], [`files`], [`parallel`], [`secret`] | helpers that all of them use |
//!
//! Modules only use modules below them in this order: `cli`, then `student` and `author`, then `grader`, then `course`
//! and `sandbox`, then the helpers.

// Docs on every public item are for what students and authors read. Here a name that needs no explanation gets none.
#![allow(missing_docs)]

pub mod author;
pub mod cargo;
pub mod cli;
pub mod course;
pub mod exit;
pub mod files;
pub mod grader;
pub mod parallel;
pub mod sandbox;
pub mod secret;
pub mod student;

// The book names it by this path.
pub use course::functions;
