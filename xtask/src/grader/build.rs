//! Compiles submissions and the course's tests.
//!
//! cargo builds once what all chapters share. Everything else is compiled by calling rustc directly: cargo decides by
//! path and modification time what to rebuild, and would take the second of two submissions for the first.
//!
//! A chapter is compiled in two stages: first the student's library alone ([`ChapterBuild::compile_library`]), then the
//! tests against it. Where it can be done, the tests are compiled once for everybody, and each submission only links
//! them ([`PrebuiltTests`]).

mod builder;
mod chapter_build;
mod diagnostics;
mod given;
mod kept;
mod once_map;
mod parse;
mod prebuilt;
mod program;
mod run_folder;
mod shim;
mod stages;
mod toolchain;
pub mod trouble;

pub use builder::Builder;
pub use chapter_build::ChapterBuild;
pub use diagnostics::{CompileError, CompileResult, Diagnostic};
pub use parse::{PARSE_ROLE, parse};
pub use prebuilt::PrebuiltTests;
pub use program::RECORD_SIZE;
