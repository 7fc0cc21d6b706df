//! Exit statuses. Scripts outside this project rely on them.

use std::fmt::{self, Display, Formatter};

/// Everything asked for is in order; in `grade`: full marks.
pub const FULL_MARKS: u8 = 0;

/// `grade`: at least one mark was lost.
pub const MARKS_LOST: u8 = 1;

/// The call cannot be carried out as it was written: an unknown chapter, a folder that does not exist.
pub const USAGE: u8 = 2;

/// The kit itself is broken: a test of the course does not compile, the toolchain is missing. Never a student's fault,
/// never a mark.
pub const KIT_BROKEN: u8 = 3;

/// An error in the way a command was called. Every other error is the kit's own.
#[derive(Debug)]
pub struct Usage(pub String);

impl Display for Usage {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Usage {}

/// The exit status that an error stands for.
pub fn status_of(error: &anyhow::Error) -> u8 {
    if error.downcast_ref::<Usage>().is_some() { USAGE } else { KIT_BROKEN }
}
