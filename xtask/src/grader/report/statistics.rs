//! Statistics of a class: for each test the share that passes, and the most frequent message.

use crate::grader::marks::{Marks, Status, Unexplained};
use std::collections::BTreeMap;

/// How many different headlines are counted for each test. Bounds the memory for a class of any size.
const HEADLINES: usize = 200;

/// How many bytes of a headline are kept. The messages of the course are shorter.
const LONGEST: usize = 300;

#[derive(Debug, Default)]
pub struct TestStatistics {
    pub passed: usize,
    /// The function is not written yet.
    pub todo: usize,
    /// The chapter was not handed in, or cannot be read.
    pub missing: usize,
    pub all: usize,
    headlines: BTreeMap<String, usize>,
}

/// Submissions whose functions give the same answers, which no known mistake explains.
#[derive(Debug)]
pub struct EqualAnswers {
    pub chapter: String,
    pub task: u32,
    pub count: usize,
    /// The functions of the first of them.
    pub code: String,
}

/// How many groups of equal answers are kept: those met first.
const GROUPS: usize = 2000;

#[derive(Debug, Default)]
pub struct Statistics {
    /// By chapter, task and hash of the answers.
    groups: BTreeMap<(String, u32, String), EqualAnswers>,
    /// By chapter, in order; by test, in the order of the chapter.
    pub tests: BTreeMap<String, Vec<(String, TestStatistics)>>,
    pub submissions: usize,
}

impl Statistics {
    /// Chapters on which the grader failed do not count.
    pub fn add(&mut self, marks: &Marks) {
        self.submissions += 1;
        for chapter in &marks.chapters {
            for test in &chapter.tests {
                if let Some(unexplained) = &test.unexplained {
                    self.met_answers(&chapter.chapter, test.task, unexplained);
                }
            }
            let tests = self.tests.entry(chapter.chapter.clone()).or_insert_with(|| {
                chapter.tests.iter().map(|test| (test.name.clone(), TestStatistics::default())).collect()
            });
            if chapter.infra().is_some() {
                continue;
            }
            for (test, (_, known)) in chapter.tests.iter().zip(tests) {
                known.all += 1;
                match test.status {
                    Status::Passed => known.passed += 1,
                    Status::Todo => known.todo += 1,
                    // What was not handed in, or cannot be read, is no mistake to explain.
                    _ if chapter.missing => known.missing += 1,
                    _ => known.count(test.headline()),
                }
            }
        }
    }
}

impl Statistics {
    fn met_answers(&mut self, chapter: &str, task: u32, Unexplained { answers, code }: &Unexplained) {
        let key = (chapter.to_owned(), task, answers.clone());
        if let Some(group) = self.groups.get_mut(&key) {
            group.count += 1;
        } else if self.groups.len() < GROUPS {
            let group = EqualAnswers { chapter: chapter.to_owned(), task, count: 1, code: code.clone() };
            self.groups.insert(key, group);
        }
    }

    /// The groups of equal answers, the largest first.
    pub fn largest_groups(&self, most: usize) -> Vec<&EqualAnswers> {
        let mut groups: Vec<&EqualAnswers> = self.groups.values().collect();
        groups.sort_by_key(|group| std::cmp::Reverse(group.count));
        groups.truncate(most);
        groups
    }
}

impl TestStatistics {
    fn count(&mut self, headline: &str) {
        let headline = &headline[..headline.floor_char_boundary(LONGEST)];
        if let Some(count) = self.headlines.get_mut(headline) {
            *count += 1;
        } else if self.headlines.len() < HEADLINES {
            self.headlines.insert(headline.to_owned(), 1);
        }
    }

    /// The percentage of those that pass it, of the submissions that have the chapter.
    pub fn percent(&self) -> usize {
        (100 * self.passed).checked_div(self.all - self.missing).unwrap_or(0)
    }

    /// The most frequent headline of a failure, and how often it occurs.
    pub fn commonest(&self) -> Option<(&str, usize)> {
        let most =
            self.headlines.iter().max_by_key(|(headline, count)| (**count, std::cmp::Reverse(headline.as_str())));
        most.map(|(headline, count)| (headline.as_str(), *count))
    }
}
