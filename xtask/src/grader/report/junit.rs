//! The report for a CI server.

use super::ReportWriter;
use crate::grader::marks::{Marks, Status};
use anyhow::Result;
use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};
use std::io::Write;

/// Writes JUnit XML: a suite for each chapter of each submission.
pub struct Junit<W> {
    to: W,
    report: Report,
}

impl<W: Write> Junit<W> {
    pub fn begin(to: W) -> Self {
        Self { to, report: Report::new("grade") }
    }
}

impl<W: Write> ReportWriter for Junit<W> {
    fn submission(&mut self, marks: &Marks) -> Result<()> {
        for chapter in &marks.chapters {
            let mut suite = TestSuite::new(format!("{}/{}", marks.id, chapter.chapter));
            for test in &chapter.tests {
                let status = match test.status {
                    Status::Passed => TestCaseStatus::success(),
                    status => {
                        let kind =
                            if status == Status::Infra { NonSuccessKind::Error } else { NonSuccessKind::Failure };
                        let mut failure = TestCaseStatus::non_success(kind);
                        failure.set_type(status.word()).set_message(test.headline()).set_description(&*test.message);
                        failure
                    }
                };
                let mut case = TestCase::new(test.name.as_str(), status);
                case.set_classname(chapter.chapter.as_str());
                suite.add_test_case(case);
            }
            self.report.add_test_suite(suite);
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<()> {
        self.report.serialize(&mut self.to)?;
        Ok(self.to.flush()?)
    }
}
