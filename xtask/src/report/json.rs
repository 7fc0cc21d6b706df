//! The report for scripts, written one submission at a time: a class of any size takes no memory.

use super::{Kit, Marks, Sink};
use anyhow::Result;
use std::io::Write;

/// Writes `{"kit": …, "submissions": […]}`.
pub struct Json<W> {
    to: W,
    first: bool,
}

impl<W: Write> Json<W> {
    /// Begins the report.
    pub fn begin(mut to: W, kit: &Kit) -> Result<Self> {
        write!(to, "{{\n\"kit\": {},\n\"submissions\": [", serde_json::to_string(kit)?)?;
        Ok(Self { to, first: true })
    }
}

impl<W: Write> Sink for Json<W> {
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
