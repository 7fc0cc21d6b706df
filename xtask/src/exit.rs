//! Exit statuses. Scripts outside this project rely on them.

use std::fmt::{self, Display, Formatter};
use std::io::{self, ErrorKind, Write};
use std::{panic, process};

/// Everything is in order; for `grade`: full marks.
pub const FULL_MARKS: u8 = 0;

/// `grade`: at least one mark was lost.
pub const MARKS_LOST: u8 = 1;

/// The call itself is wrong: an unknown chapter, a folder that does not exist.
pub const USAGE: u8 = 2;

/// The course is broken: one of its tests does not compile, the toolchain is missing. Never a student's fault, never a
/// mark.
pub const COURSE_BROKEN: u8 = 3;

/// The output could not be written: the program that read it has ended, as `head` does, or the disk is full.
pub const NOT_WRITTEN: u8 = 4;

/// An error in the call. Every other error means that the course is broken.
#[derive(Debug)]
pub struct Usage(pub String);

impl Display for Usage {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Usage {}

/// The exit status for an error.
pub fn status_of(error: &anyhow::Error) -> u8 {
    match unwritten(error) {
        Some(_) => NOT_WRITTEN,
        None if error.downcast_ref::<Usage>().is_some() => USAGE,
        None => COURSE_BROKEN,
    }
}

/// Whether the reader of the output is gone, so that there is nobody to tell.
pub fn is_closed_pipe(error: &anyhow::Error) -> bool {
    unwritten(error) == Some(ErrorKind::BrokenPipe)
}

fn unwritten(error: &anyhow::Error) -> Option<ErrorKind> {
    let mut kinds = error.chain().filter_map(|cause| {
        let of_json = || cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
        cause.downcast_ref::<io::Error>().map(io::Error::kind).or_else(of_json)
    });
    kinds.find(|kind| matches!(kind, ErrorKind::BrokenPipe | ErrorKind::StorageFull | ErrorKind::QuotaExceeded))
}

/// `println!` panics if it cannot write. This makes the program end instead, with a message unless the reader is gone.
pub fn end_when_output_fails() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let words = info.payload().downcast_ref::<String>().map(String::as_str).unwrap_or_default();
        let Some(reason) = words.strip_prefix("failed printing to ") else { return usual(info) };
        if !["Broken pipe", "(os error 32)", "(os error 232)"].iter().any(|closed| reason.contains(closed)) {
            let _ = writeln!(io::stderr(), "error: failed to write to {reason}");
        }
        process::exit(NOT_WRITTEN.into());
    }));
}
