//! A table for the import into a learning platform: one row per submission, one column per chapter.

use super::ReportWriter;
use crate::course::Chapter;
use crate::grader::marks::{ChapterMarks, Marks};
use anyhow::Result;
use std::io::Write;

/// Writes a header `id,score,max_score,` and the names of the chapters.
pub struct Csv<W: Write> {
    to: csv::Writer<W>,
}

impl<W: Write> Csv<W> {
    pub fn begin(to: W, chapters: &[&Chapter]) -> Result<Self> {
        let mut to = csv::Writer::from_writer(to);
        let header =
            ["id", "score", "max_score"].into_iter().chain(chapters.iter().map(|chapter| chapter.name.as_str()));
        to.write_record(header)?;
        Ok(Self { to })
    }
}

impl<W: Write> ReportWriter for Csv<W> {
    fn submission(&mut self, marks: &Marks) -> Result<()> {
        let chapters = marks.chapters.iter().map(ChapterMarks::graded);
        let numbers = [marks.graded(), Some(marks.max_score)].into_iter().chain(chapters);
        // Where the grader failed, the cell stays empty, and with it the sum: a part of it would count as a mark.
        let shown = numbers.map(|number| number.map(|number| number.to_string()).unwrap_or_default());
        self.to.write_record(std::iter::once(harmless(&marks.id)).chain(shown))?;
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<()> {
        Ok(self.to.flush()?)
    }
}

/// Spreadsheets treat a cell that begins with one of these characters as a formula.
fn harmless(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if formula { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_never_a_formula() {
        assert_eq!(harmless("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(harmless("anna"), "anna");
    }
}
