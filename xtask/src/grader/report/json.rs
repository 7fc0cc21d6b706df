//! The report for scripts, with one submission in memory at a time.

use super::ReportWriter;
use crate::grader::marks::{GraderVersion, Marks};
use crate::grader::submission::Other;
use anyhow::Result;
use std::collections::BTreeSet;
use std::io::Write;

/// Writes `{"kit": …, "others": […], "submissions": […]}`.
pub struct Json<W> {
    to: W,
    first: bool,
}

impl<W: Write> Json<W> {
    pub fn begin(mut to: W, version: &GraderVersion, others: &BTreeSet<Other>) -> Result<Self> {
        let (version, others) = (serde_json::to_string(version)?, serde_json::to_string(others)?);
        write!(to, "{{\n\"kit\": {version},\n\"others\": {others},\n\"submissions\": [")?;
        Ok(Self { to, first: true })
    }
}

impl<W: Write> ReportWriter for Json<W> {
    fn submission(&mut self, marks: &Marks) -> Result<()> {
        let comma = if self.first { "" } else { "," };
        self.first = false;
        write!(self.to, "{comma}\n{}", serde_json::to_string_pretty(marks)?)?;
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<()> {
        writeln!(self.to, "\n]}}")?;
        Ok(self.to.flush()?)
    }
}
