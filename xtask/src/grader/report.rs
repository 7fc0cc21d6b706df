//! The forms in which marks are shown.

pub mod csv;
pub mod gradescope;
pub mod html;
pub mod json;
pub mod junit;
pub mod spread;
pub mod statistics;
pub mod table;
pub mod text;

use super::marks::Marks;
use anyhow::Result;

/// Writes a report, one submission after the other.
pub trait ReportWriter {
    fn submission(&mut self, marks: &Marks) -> Result<()>;

    /// Writes what can only be written at the end.
    fn finish(self: Box<Self>) -> Result<()>;
}
