//! Exit statuses. Scripts outside this project rely on them.

use std::fmt::{self, Display, Formatter};

/// Everything is in order; for `grade`: full marks.
pub const FULL_MARKS: u8 = 0;

/// `grade`: at least one mark was lost.
pub const MARKS_LOST: u8 = 1;

/// The call itself is wrong: an unknown chapter, a folder that does not exist.
pub const USAGE: u8 = 2;

/// The course is broken: one of its tests does not compile, the toolchain is missing. Never a student's fault, never a
/// mark.
pub const COURSE_BROKEN: u8 = 3;

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
    if error.downcast_ref::<Usage>().is_some() { USAGE } else { COURSE_BROKEN }
}
