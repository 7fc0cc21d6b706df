//! A task: what the student writes, and what its tests need of it.

use crate::answer::Reply;
use crate::diagnosis::{Diagnose, Whose};
use crate::grade;
use std::ops::ControlFlow;
use std::panic::Location;

/// One task of a chapter. Each module of `tests/grade/` holds one as `const TASK`; the tools and the book read it from
/// there, and its hints from the file of the same name in `hints/`.
pub struct Task<F: 'static> {
    /// What the task is about, as a heading.
    pub title: &'static str,
    /// The functions to write; mostly one. A check that does not say which it is about is about the first.
    pub functions: &'static [&'static str],
    /// The heading in the chapter's page that explains it.
    pub section: &'static str,
    /// What the student wrote: the function, or a tuple of them. The tests call what they are handed, so that a known
    /// mistake can take its place.
    pub yours: F,
    /// What the wrong ways to write these functions are.
    pub diagnoses: &'static [&'static dyn Diagnose<F>],
}

impl<F: Copy + Send + Sync + 'static> Task<F> {
    /// Runs `test`, which is worth `points`, with the student's functions, and explains its failure.
    ///
    /// # Panics
    /// If the test fails, as every Rust test does.
    #[track_caller]
    pub fn grade<T: Fn(F)>(&'static self, points: u32, test: T) {
        // What is generic is compiled once more for each test of the course: so it is no more than this.
        let caller = Location::caller();
        grade::grade(self, std::any::type_name::<T>(), points, caller, &|mistake| test(self.with(mistake)));
    }

    fn with(&self, mistake: Option<(usize, usize)>) -> F {
        let mut functions = self.yours;
        if let Some((diagnosis, number)) = mistake {
            self.diagnoses[diagnosis].put(number, &mut functions);
        }
        functions
    }
}

/// A task without the type of its functions.
pub trait AnyTask: Sync {
    fn functions(&self) -> &'static [&'static str];
    fn section(&self) -> &'static str;
    /// The functions that have a diagnosis, by its number.
    fn diagnosed(&self) -> Vec<&'static str>;
    fn sentences(&self, diagnosis: usize) -> Vec<&'static str>;
    fn properties(&self, diagnosis: usize) -> Vec<(&'static str, Vec<bool>)>;
    fn arguments(&self, diagnosis: usize) -> Option<Vec<f64>>;
    fn replies(&self, diagnosis: usize, whose: Whose, skipped: usize, reply: &mut dyn FnMut(Reply) -> ControlFlow<()>);
}

impl<F: Copy + Send + Sync + 'static> AnyTask for Task<F> {
    fn functions(&self) -> &'static [&'static str] {
        self.functions
    }

    fn section(&self) -> &'static str {
        self.section
    }

    fn diagnosed(&self) -> Vec<&'static str> {
        self.diagnoses.iter().map(|diagnosis| diagnosis.function()).collect()
    }

    fn sentences(&self, diagnosis: usize) -> Vec<&'static str> {
        self.diagnoses[diagnosis].sentences()
    }

    fn properties(&self, diagnosis: usize) -> Vec<(&'static str, Vec<bool>)> {
        self.diagnoses[diagnosis].properties()
    }

    fn arguments(&self, diagnosis: usize) -> Option<Vec<f64>> {
        self.diagnoses[diagnosis].arguments()
    }

    fn replies(&self, diagnosis: usize, whose: Whose, skipped: usize, reply: &mut dyn FnMut(Reply) -> ControlFlow<()>) {
        self.diagnoses[diagnosis].replies(self.yours, whose, skipped, reply);
    }
}
