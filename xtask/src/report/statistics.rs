//! What a class has in common: for each test the share that passes, and the mistake that is made most.

use super::Marks;
use crate::examine::Status;
use std::collections::BTreeMap;

/// How often a headline was met, kept for the headlines met first: enough to find the commonest without keeping them all.
const HEADLINES: usize = 200;

/// How many letters of a headline are kept. What the course itself says is shorter.
const LONGEST: usize = 300;

/// What is known of one test.
#[derive(Debug, Default)]
pub struct TestStatistics {
    /// Submissions that passed it.
    pub passed: usize,
    /// Submissions that have not written the function.
    pub todo: usize,
    /// All submissions.
    pub all: usize,
    headlines: BTreeMap<String, usize>,
}

/// What is known of a class.
#[derive(Debug, Default)]
pub struct Statistics {
    /// By chapter, in order; by test, in the order of the chapter.
    pub tests: BTreeMap<String, Vec<(String, TestStatistics)>>,
    /// Submissions counted.
    pub submissions: usize,
}

impl Statistics {
    /// Takes in the marks of one submission. What the grader failed on says nothing about the class.
    pub fn add(&mut self, marks: &Marks) {
        if marks.infra().is_some() {
            return;
        }
        self.submissions += 1;
        for chapter in &marks.chapters {
            let tests = self.tests.entry(chapter.chapter.clone()).or_insert_with(|| {
                chapter.tests.iter().map(|test| (test.name.clone(), TestStatistics::default())).collect()
            });
            for (test, (_, known)) in chapter.tests.iter().zip(tests) {
                known.all += 1;
                match test.status {
                    Status::Passed => known.passed += 1,
                    Status::Todo => known.todo += 1,
                    _ => known.met(test.headline()),
                }
            }
        }
    }
}

impl TestStatistics {
    fn met(&mut self, headline: &str) {
        let headline = &headline[..headline.floor_char_boundary(LONGEST)];
        if let Some(count) = self.headlines.get_mut(headline) {
            *count += 1;
        } else if self.headlines.len() < HEADLINES {
            self.headlines.insert(headline.to_owned(), 1);
        }
    }

    /// The share that passes, in percent.
    pub fn percent(&self) -> usize {
        (100 * self.passed).checked_div(self.all).unwrap_or(0)
    }

    /// The commonest first line of a failure, and how often it was met.
    pub fn commonest(&self) -> Option<(&str, usize)> {
        let most =
            self.headlines.iter().max_by_key(|(headline, count)| (**count, std::cmp::Reverse(headline.as_str())));
        most.map(|(headline, count)| (headline.as_str(), *count))
    }
}
