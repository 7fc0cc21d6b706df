//! Finds the functions and imports of a submitted file. It is parsed in the sandbox, since a text can be made to crash
//! the parser.

use super::chapter_build::{ChapterBuild, MESSAGES, WAITING, environment};
use super::program::{RECORD_SIZE, TEST_MEMORY};
use super::trouble;
use crate::course::functions::{self, Outline};
use crate::sandbox::process::{Job, Termination};
use crate::sandbox::{Policy, VERB};
use anyhow::Result;
use std::ffi::OsString;
use std::process::ExitCode;

/// The role of the copy of this program that parses.
pub const PARSE_ROLE: &str = "parse";

impl ChapterBuild<'_> {
    /// `None` if the text is not Rust. The time that it takes is taken from the time to compile the chapter.
    pub fn outline(&mut self, text: &str) -> Result<Option<Outline>> {
        if self.time_is_used_up() {
            return Ok(None);
        }
        let program = self.builder.sandbox.program.clone();
        let limit = self.builder.compile_limit;
        let job = Job {
            program: program.clone(),
            arguments: [VERB, PARSE_ROLE].iter().map(Into::into).collect(),
            directory: self.directory(),
            environment: environment(),
            input: text.to_owned(),
            time_limit: WAITING * limit,
            output_limit: MESSAGES,
        };
        let policy = Policy { read: vec![program], ..Policy::deny_all(TEST_MEMORY, RECORD_SIZE, limit.as_secs()) };
        let output = self.run_fairly(&job, &policy, |output| trouble::of_process(output, limit))?;
        Ok(if output.termination == Termination::Exit(0) { serde_json::from_str(&output.stdout)? } else { None })
    }
}

/// Inside the sandbox: reads Rust from standard input and prints its outline as JSON, or `null` if it is not Rust.
pub fn parse(_: &[OsString]) -> Result<ExitCode> {
    let source = std::io::read_to_string(std::io::stdin())?;
    println!("{}", serde_json::to_string(&functions::outline(&source).ok())?);
    Ok(ExitCode::SUCCESS)
}
